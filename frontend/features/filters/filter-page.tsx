"use client";
// The tasks that a saved filter finds.
import { useQuery } from "@tanstack/react-query";
import { Ellipsis, ListFilter, Pencil, Star, StarOff, Trash2 } from "lucide-react";
import { type JSX, useMemo } from "react";
import { Menu } from "@/components/ui/menu";
import { MenuItem, MenuSeparator } from "@/components/ui/menu-list";
import { Notice } from "@/components/ui/notice";
import { NotFoundNotice } from "@/features/shell/not-found-notice";
import { steppedPlace } from "@/features/shell/order";
import { OrderItems } from "@/features/shell/order-items";
import { PageHeader } from "@/features/shell/page-header";
import { PageSkeleton } from "@/features/shell/page-skeleton";
import { useShell } from "@/features/shell/shell-context";
import { savedFilter, useTaskList } from "@/features/tasks/queries";
import { TaskList } from "@/features/tasks/task-list";
import { TaskPageContent } from "@/features/tasks/task-page";
import type { SavedFilter } from "@/lib/api/types";
import { useTexts } from "@/lib/texts/texts-provider";
import { useGoTo } from "@/lib/use-go-to";
import { useChangeFilter, useDeleteFilter, useMoveFilter } from "./actions";
import { filtersOptions, useFilters } from "./queries";

const SHOWN = { due: "day", project: true } as const;

export function FilterPage({ id }: { id: string }): JSX.Element {
  const filters = useQuery(filtersOptions());
  const filter = filters.data?.find((one) => one.id === id);
  if (filter !== undefined) return <FilterContent filter={filter} />;
  return filters.isPending ? <PageSkeleton /> : <NotFoundNotice />;
}

function FilterContent({ filter }: { filter: SavedFilter }): JSX.Element {
  const { t } = useTexts();
  const wanted = useMemo(() => savedFilter(filter.id), [filter.id]);
  const list = useTaskList(wanted);
  const finished = /\b(done|completed)\b/.test(filter.query);
  const empty = (
    <Notice picture={<ListFilter className="size-10 stroke-[1.25]" />} title={t("filters.empty")}>
      {t("filters.emptyLead")}
    </Notice>
  );
  return (
    <>
      <PageHeader
        title={filter.name}
        lead={<code className="font-sans">{filter.query}</code>}
        mark={<ListFilter aria-hidden data-color={filter.color} className="size-5.5 text-(--project)" />}
        actions={<FilterMenu filter={filter} />}
      />
      <TaskPageContent list={list} empty={empty}>
        {(tasks) => <TaskList label={filter.name} tasks={tasks} shown={SHOWN} done={finished ? "either" : false} />}
      </TaskPageContent>
    </>
  );
}

function FilterMenu({ filter }: { filter: SavedFilter }): JSX.Element {
  const { t } = useTexts();
  const shell = useShell();
  const goTo = useGoTo();
  const change = useChangeFilter(filter);
  const move = useMoveFilter();
  const all = useFilters();
  const remove = useDeleteFilter();
  return (
    <Menu variant="quiet" size="icon" aria-label={t("projects.options", { name: filter.name })} label={<Ellipsis />}>
      <MenuItem onSelect={() => shell.openFilter(filter)}>
        <Pencil />
        {t("filters.edit")}
      </MenuItem>
      <MenuItem onSelect={() => change.mutate({ is_favorite: !filter.is_favorite })}>
        {filter.is_favorite ? <StarOff /> : <Star />}
        {filter.is_favorite ? t("projects.unfavorite") : t("projects.favorite")}
      </MenuItem>
      <OrderItems to={(step) => steppedPlace(all, filter.id, step)} onMove={(place) => move.mutate({ item: filter, place })} />
      <MenuSeparator />
      <MenuItem danger onSelect={() => remove.mutate(filter, { onSuccess: () => goTo("/today") })}>
        <Trash2 />
        {t("filters.remove")}
      </MenuItem>
    </Menu>
  );
}

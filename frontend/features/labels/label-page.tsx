"use client";
// The open tasks with one label.
import { useQuery } from "@tanstack/react-query";
import { Ellipsis, Pencil, Star, StarOff, Tag, Trash2 } from "lucide-react";
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
import { AddFirstButton, AddTaskButton } from "@/features/tasks/add-task-button";
import { quotedName } from "@/features/tasks/quick-add-names";
import { labelFilter, useTaskList } from "@/features/tasks/queries";
import { TaskList } from "@/features/tasks/task-list";
import { TaskPageContent } from "@/features/tasks/task-page";
import type { Label } from "@/lib/api/types";
import { useTexts } from "@/lib/texts/texts-provider";
import { useGoTo } from "@/lib/use-go-to";
import { useChangeLabel, useDeleteLabel, useMoveLabel } from "./actions";
import { labelsOptions, useLabels } from "./queries";

const SHOWN = { due: "day", project: true } as const;

export function LabelPage({ id }: { id: string }): JSX.Element {
  const labels = useQuery(labelsOptions());
  const label = labels.data?.find((one) => one.id === id);
  if (label !== undefined) return <LabelContent label={label} />;
  return labels.isPending ? <PageSkeleton /> : <NotFoundNotice />;
}

function LabelContent({ label }: { label: Label }): JSX.Element {
  const { t } = useTexts();
  const filter = useMemo(() => labelFilter(label.id), [label.id]);
  const list = useTaskList(filter);
  const line = `@${quotedName(label.name)} `;
  const empty = (
    <Notice picture={<Tag className="size-10 stroke-[1.25]" />} title={t("labels.empty")} action={<AddFirstButton text={line} />}>
      {t("labels.emptyLead")}
    </Notice>
  );
  return (
    <>
      <PageHeader
        title={label.name}
        mark={<Tag aria-hidden data-color={label.color} className="size-5.5 text-(--project)" />}
        actions={<LabelMenu label={label} />}
      />
      <TaskPageContent list={list} empty={empty}>
        {(tasks) => (
          <>
            <TaskList label={label.name} tasks={tasks} shown={SHOWN} />
            <AddTaskButton text={line} />
          </>
        )}
      </TaskPageContent>
    </>
  );
}

function LabelMenu({ label }: { label: Label }): JSX.Element {
  const { t } = useTexts();
  const shell = useShell();
  const goTo = useGoTo();
  const change = useChangeLabel(label);
  const move = useMoveLabel();
  const all = useLabels();
  const remove = useDeleteLabel();
  return (
    <Menu variant="quiet" size="icon" aria-label={t("projects.options", { name: label.name })} label={<Ellipsis />}>
      <MenuItem onSelect={() => shell.openLabel(label)}>
        <Pencil />
        {t("projects.edit")}
      </MenuItem>
      <MenuItem onSelect={() => change.mutate({ is_favorite: !label.is_favorite })}>
        {label.is_favorite ? <StarOff /> : <Star />}
        {label.is_favorite ? t("projects.unfavorite") : t("projects.favorite")}
      </MenuItem>
      <OrderItems to={(step) => steppedPlace(all, label.id, step)} onMove={(place) => move.mutate({ item: label, place })} />
      <MenuSeparator />
      <MenuItem danger onSelect={() => remove.mutate(label, { onSuccess: () => goTo("/today") })}>
        <Trash2 />
        {t("labels.remove")}
      </MenuItem>
    </Menu>
  );
}

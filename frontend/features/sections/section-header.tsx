"use client";
// The heading of a section: folds it, and what can be done with it.
import { ChevronRight, Copy, Ellipsis, Pencil, Plus, Trash2 } from "lucide-react";
import { type JSX, useState } from "react";
import { Button } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import { MenuItem, MenuSeparator } from "@/components/ui/menu-list";
import { steppedPlace } from "@/features/shell/order";
import { OrderItems } from "@/features/shell/order-items";
import type { Section } from "@/lib/api/types";
import { cn } from "@/lib/class-names";
import { useTexts } from "@/lib/texts/texts-provider";
import { useDeleteSection, useDuplicateSection, useMoveSection, useRenameSection } from "./actions";
import { SectionNameForm } from "./section-name-form";

interface SectionHeaderProps {
  section: Section;
  /** All of the project, in order. */
  all: readonly Section[];
  count: number;
  folded: boolean;
  /** The id of what it folds. */
  controls: string;
  editable: boolean;
  onFold: () => void;
  onAdd: () => void;
}

export function SectionHeader(props: SectionHeaderProps): JSX.Element {
  const { section, count, folded, controls, editable, onFold, onAdd } = props;
  const { t } = useTexts();
  const [renaming, setRenaming] = useState(false);
  const close = (): void => setRenaming(false);
  const rename = useRenameSection();
  if (renaming) {
    return (
      <SectionNameForm
        initial={section.name}
        busy={rename.isPending}
        error={rename.error}
        onSubmit={(name) => rename.mutate({ section, name }, { onSuccess: close })}
        onCancel={close}
      />
    );
  }
  return (
    <header className="section-header group/section mb-1 flex items-center gap-1">
      <h2 className="min-w-0 flex-1">
        <button
          type="button"
          aria-expanded={!folded}
          aria-controls={controls}
          onClick={onFold}
          className="flex w-full items-center gap-0.5 rounded-sm py-2 pointer-coarse:py-3 pr-2 pl-0.5 text-left text-sm font-semibold"
        >
          <ChevronRight aria-hidden className={cn("size-4 shrink-0 text-ink-faint transition-transform", !folded && "rotate-90")} />
          <span className="mr-1.5 min-w-0 [overflow-wrap:anywhere]">{section.name}</span>
          <span className="font-normal text-ink-faint tabular-nums">{count}</span>
        </button>
      </h2>
      {editable && (
        <>
          <Button
            variant="quiet"
            size="icon"
            aria-label={t("sections.addTo", { name: section.name })}
            onClick={onAdd}
            className="size-7.5 [&_svg]:size-4"
          >
            <Plus />
          </Button>
          <SectionMenu {...props} onRename={() => setRenaming(true)} />
        </>
      )}
    </header>
  );
}

function SectionMenu({ section, all, onRename }: SectionHeaderProps & { onRename: () => void }): JSX.Element {
  const { t } = useTexts();
  const move = useMoveSection();
  const duplicate = useDuplicateSection();
  const remove = useDeleteSection();
  return (
    <Menu
      variant="quiet"
      size="icon"
      aria-label={t("projects.options", { name: section.name })}
      className="size-7.5 [&_svg]:size-4"
      label={<Ellipsis />}
    >
      <MenuItem onSelect={onRename}>
        <Pencil />
        {t("sections.rename")}
      </MenuItem>
      <OrderItems to={(step) => steppedPlace(all, section.id, step)} onMove={(to) => move.mutate({ section, to })} />
      <MenuItem onSelect={() => duplicate.mutate(section)}>
        <Copy />
        {t("tasks.duplicate")}
      </MenuItem>
      <MenuSeparator />
      <MenuItem danger onSelect={() => remove.mutate(section)}>
        <Trash2 />
        {t("sections.remove")}
      </MenuItem>
    </Menu>
  );
}

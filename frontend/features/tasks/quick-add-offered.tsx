"use client";
// Names of projects and labels, offered while one of them is being written in quick add.
import { Plus, Tag } from "lucide-react";
import { type JSX, type KeyboardEvent, type RefObject, useEffect, useId, useImperativeHandle, useState } from "react";
import { flushSync } from "react-dom";
import { useAnnounce } from "@/features/changes/undo";
import { useLabels } from "@/features/labels/queries";
import { useCreateProject } from "@/features/projects/actions";
import { ProjectDot } from "@/features/projects/project-dot";
import { useProjects } from "@/features/projects/queries";
import { cn } from "@/lib/class-names";
import { useTexts } from "@/lib/texts/texts-provider";
import { uuidv7 } from "@/lib/uuid";
import { type Named, type NamesAt, namesAt, withName } from "./quick-add-names";

export interface OfferedNamesProps {
  value: string;
  /** Where the field's caret is; null where it is nowhere, or was sent away. */
  caret: number | null;
  field: RefObject<HTMLInputElement | null>;
  /** Where the field finds what takes its keys: true for those that are taken. */
  keys: RefObject<((event: KeyboardEvent) => boolean) | null>;
  onChange: (value: string) => void;
  onCaret: (caret: number | null) => void;
}

/** The field keeps the focus: arrow keys and Enter choose, Escape sends away what is offered. */
export function OfferedNames({ value, caret, field, keys, onChange, onCaret }: OfferedNamesProps): JSX.Element | null {
  const { t } = useTexts();
  const id = useId();
  const [pointed, setPointed] = useState<{ at: number | null; index: number } | null>(null);
  const found = useNamesAt(value, caret);
  const { offered, likely } = found;
  // Which of them Enter takes; with none of them it adds the task.
  const active = Math.min(pointed?.at === caret ? pointed.index : likely ? 0 : -1, offered.length - 1);
  const put = usePut(found, { value, field, onChange, onCaret });
  useImperativeHandle(keys, () => (event: KeyboardEvent): boolean => {
    const chosen = offered[active];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const around = offered.length + 1;
    if (offered.length === 0 || event.nativeEvent.isComposing) return false;
    if (step !== undefined) setPointed({ at: caret, index: ((active + 1 + step + around) % around) - 1 });
    else if (event.key === "Enter" && chosen !== undefined) put(chosen);
    else if (event.key === "Escape") onCaret(null);
    else return false;
    return true;
  });
  useTold(field, offered.length > 0 ? id : null, active);
  if (offered.length === 0) return null;
  return (
    <div id={id} role="listbox" aria-label={t("filters.completions")} className="flex flex-wrap gap-1.5">
      {offered.map((named, index) => (
        <Offer key={named.kind + named.name} id={`${id}-${String(index)}`} named={named} active={index === active} onTake={put} />
      ))}
    </div>
  );
}

/** Tells screen readers what is offered at the field, and which of it Enter takes. */
function useTold(field: RefObject<HTMLInputElement | null>, listId: string | null, active: number): void {
  useEffect(() => {
    const input = field.current;
    if (input === null || listId === null) return;
    input.setAttribute("aria-controls", listId);
    if (active >= 0) input.setAttribute("aria-activedescendant", `${listId}-${String(active)}`);
    return () => {
      input.removeAttribute("aria-controls");
      input.removeAttribute("aria-activedescendant");
    };
  }, [field, listId, active]);
}

function useNamesAt(value: string, caret: number | null): NamesAt {
  const projects = useProjects().filter(({ is_inbox }) => !is_inbox);
  const labels = useLabels();
  const names = { projects: projects.map(({ name }) => name), labels: labels.map(({ name }) => name) };
  return namesAt(value, caret ?? 0, names);
}

type Line = Pick<OfferedNamesProps, "value" | "field" | "onChange" | "onCaret">;

/** Puts a name into the line; a project that there is not yet is made first. */
function usePut(found: NamesAt, { value, field, onChange, onCaret }: Line): (name: Named) => void {
  const create = useCreateProject();
  const announce = useAnnounce();
  return (name) => {
    const put = (): void => {
      const { text, caret } = withName(value, found, name);
      flushSync(() => onChange(text)); // What is typed next belongs behind it.
      onCaret(caret);
      field.current?.focus();
      field.current?.setSelectionRange(caret, caret);
    };
    if (name.kind !== "create") { put(); return; }
    create.mutate({ id: uuidv7(), name: name.name, color: "blue" }, { onSuccess: put, onError: announce.failed });
  };
}

interface OfferProps {
  id: string;
  named: Named;
  active: boolean;
  onTake: (named: Named) => void;
}

function Offer({ id, named, active, onTake }: OfferProps): JSX.Element {
  const { t } = useTexts();
  return (
    // The field keeps the focus; arrow keys and Enter choose.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onTake(named)}
      className={cn(
        "flex h-7 max-w-full cursor-pointer items-center gap-1.5 rounded-sm px-2 text-sm select-none pointer-coarse:h-10 pointer-coarse:px-3 [&_svg]:size-3.5",
        active ? "bg-accent-soft text-accent-strong" : "bg-sunken text-ink-soft hover:bg-pressed",
      )}
    >
      <Mark named={named} />
      <span className="truncate">
        {named.kind === "create" ? t("labels.createNamed", { name: named.name }) : named.name}
      </span>
    </div>
  );
}

function Mark({ named: { kind, name } }: { named: Named }): JSX.Element {
  const project = useProjects().find((one) => one.name === name);
  if (kind === "create") return <Plus aria-hidden />;
  if (kind === "label" || project === undefined) return <Tag aria-hidden />;
  return <ProjectDot color={project.color} className="size-2" />;
}

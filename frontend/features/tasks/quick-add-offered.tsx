"use client";
// Names of projects and labels, offered while one of them is being written in quick add.
import { Plus, Tag } from "lucide-react";
import { type ComponentProps, type JSX, type KeyboardEvent, type RefObject, useId, useState } from "react";
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

export interface NamesOffered {
  id: string;
  offered: readonly Named[];
  /** Which of them Enter takes; -1 for none, and then it adds the task. */
  active: number;
  take: (name: Named) => void;
  field: Pick<
    ComponentProps<"input">,
    "aria-autocomplete" | "aria-controls" | "aria-activedescendant" | "onSelect" | "onBlur" | "onKeyDown"
  >;
}

interface Line {
  value: string;
  field: RefObject<HTMLInputElement | null>;
  onChange: (value: string) => void;
  /** For keys that no name takes. */
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
}

/** The field keeps the focus: arrow keys and Enter choose, Escape sends away what is offered. */
export function useNamesOffered({ value, field, onChange, onKeyDown }: Line): NamesOffered {
  const id = useId();
  const [caret, setCaret] = useState<number | null>(null);
  const [pointed, setPointed] = useState<number | null>(null);
  const found = useNamesAt(value, caret);
  const { offered } = found;
  const active = Math.min(pointed ?? (found.likely ? 0 : -1), offered.length - 1);
  const put = usePut(found, { value, field, onChange });
  const moveTo = (at: number | null): void => {
    setCaret(at);
    setPointed(null);
  };
  const take = (name: Named): void => put(name, moveTo);
  const onKey = (event: KeyboardEvent<HTMLInputElement>): void => {
    const chosen = offered[active];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (offered.length === 0 || event.nativeEvent.isComposing) { onKeyDown(event); return; }
    if (step !== undefined) setPointed(((active + 1 + step + offered.length + 1) % (offered.length + 1)) - 1);
    else if (event.key === "Enter" && chosen !== undefined) take(chosen);
    else if (event.key === "Escape") moveTo(null);
    else { onKeyDown(event); return; }
    event.preventDefault();
    event.stopPropagation();
  };
  return {
    id,
    offered,
    active,
    take,
    field: {
      "aria-autocomplete": "list",
      "aria-controls": offered.length > 0 ? id : undefined,
      "aria-activedescendant": active >= 0 ? `${id}-${String(active)}` : undefined,
      onSelect: ({ currentTarget: { selectionStart, selectionEnd } }) => {
        const at = selectionStart === selectionEnd ? selectionStart : null;
        if (at !== caret) moveTo(at);
      },
      onBlur: () => moveTo(null),
      onKeyDown: onKey,
    },
  };
}

function useNamesAt(value: string, caret: number | null): NamesAt {
  const projects = useProjects().filter(({ is_inbox }) => !is_inbox);
  const labels = useLabels();
  const names = { projects: projects.map(({ name }) => name), labels: labels.map(({ name }) => name) };
  return namesAt(value, caret ?? 0, names);
}

/** Puts a name into the line; a project that there is not yet is made first. */
function usePut(found: NamesAt, { value, field, onChange }: Omit<Line, "onKeyDown">) {
  const create = useCreateProject();
  const announce = useAnnounce();
  return (name: Named, onPut: (caret: number) => void): void => {
    const put = (): void => {
      const { text, caret } = withName(value, found, name);
      flushSync(() => onChange(text)); // What is typed next belongs behind it.
      onPut(caret);
      field.current?.focus();
      field.current?.setSelectionRange(caret, caret);
    };
    if (name.kind !== "create") { put(); return; }
    create.mutate({ id: uuidv7(), name: name.name, color: "blue" }, { onSuccess: put, onError: announce.failed });
  };
}

export function OfferedNames({ id, offered, active, take }: NamesOffered): JSX.Element | null {
  const { t } = useTexts();
  if (offered.length === 0) return null;
  return (
    <div id={id} role="listbox" aria-label={t("filters.completions")} className="flex flex-wrap gap-1.5">
      {offered.map((named, index) => (
        // The field keeps the focus; arrow keys and Enter choose.
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          key={named.kind + named.name}
          id={`${id}-${String(index)}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => take(named)}
          className={cn(
            "flex h-7 max-w-full cursor-pointer items-center gap-1.5 rounded-sm px-2 text-sm select-none pointer-coarse:h-10 pointer-coarse:px-3 [&_svg]:size-3.5",
            index === active ? "bg-accent-soft text-accent-strong" : "bg-sunken text-ink-soft hover:bg-pressed",
          )}
        >
          <Mark named={named} />
          <span className="truncate">
            {named.kind === "create" ? t("labels.createNamed", { name: named.name }) : named.name}
          </span>
        </div>
      ))}
    </div>
  );
}

function Mark({ named: { kind, name } }: { named: Named }): JSX.Element {
  const project = useProjects().find((one) => one.name === name);
  if (kind === "create") return <Plus aria-hidden />;
  if (kind === "label" || project === undefined) return <Tag aria-hidden />;
  return <ProjectDot color={project.color} className="size-2" />;
}

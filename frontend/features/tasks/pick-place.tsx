"use client";
// Another project or section for one task or many: type to find it.
import { type JSX, type KeyboardEvent, useId, useState } from "react";
import { useQueries } from "@tanstack/react-query";
import { Dialog } from "@/components/ui/dialog";
import { inputClasses } from "@/components/ui/field";
import { ProjectDot } from "@/features/projects/project-dot";
import { useProjects } from "@/features/projects/queries";
import { sectionsOptions } from "@/features/sections/queries";
import type { Project, Section, Task } from "@/lib/api/types";
import { cn } from "@/lib/class-names";
import { useTexts } from "@/lib/texts/texts-provider";
import { useEarlyText } from "@/lib/use-early-text";
import { type TasksChange, useChangeTasks, useNaming } from "./change-tasks";
import { topOf } from "./outline";
import type { PickProps } from "./pick-dialog";
import { selection } from "./selection";

interface Target {
  project: Project;
  section: Section | null;
  label: string;
}

export function PickPlace({ tasks, typedBefore, onClose }: PickProps): JSX.Element {
  const { t } = useTexts();
  const naming = useNaming();
  const { mutate } = useChangeTasks();
  const [text, setText] = useEarlyText(typedBefore);
  const [active, setActive] = useState(0);
  const id = useId();
  const wanted = text.trim().toLowerCase();
  const found = useTargets().filter(({ label }) => label.toLowerCase().includes(wanted));
  const at = Math.min(active, found.length - 1);
  const choose = (target: Target | undefined): void => {
    if (target === undefined) return;
    onClose();
    selection.clear();
    mutate({ ...moveAll(tasks, target), said: t("tasks.movedTo", { what: naming(tasks), place: target.label }) });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && found.length > 0) setActive((at + step + found.length) % found.length);
    else if (event.key === "Enter") choose(found[at]);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog onClose={onClose} title={t("tasks.placeOf", { what: naming(tasks) })} width="narrow">
      <div className="flex min-h-0 flex-col gap-2 px-6 pt-3 pb-5">
        <input
          role="combobox"
          aria-expanded
          aria-controls={id}
          aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
          aria-label={t("tasks.findPlace")}
          placeholder={t("tasks.findPlace")}
          value={text}
          autoComplete="off"
          onChange={(event) => {
            setText(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
          className={cn(inputClasses, "h-10 shrink-0 px-3")}
        />
        <Targets id={id} found={found} active={at} onChoose={choose} />
      </div>
    </Dialog>
  );
}

interface TargetsProps {
  id: string;
  found: readonly Target[];
  active: number;
  onChoose: (target: Target) => void;
}

function Targets({ id, found, active, onChoose }: TargetsProps): JSX.Element {
  const { t } = useTexts();
  return (
    <div id={id} role="listbox" aria-label={t("projects.projects")} className="max-h-72 overflow-y-auto">
      {found.map((target, index) => (
        // The field keeps the focus; arrow keys and Enter choose.
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          key={target.section?.id ?? target.project.id}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(target)}
          className={cn(
            "flex h-9 items-center gap-2.5 rounded-sm px-2.5 text-sm select-none hover:bg-hover",
            index === active && "bg-hover",
            target.section !== null && "pl-8 text-ink-soft",
          )}
        >
          {target.section === null && <ProjectDot color={target.project.color} />}
          <span className="truncate">{target.section?.name ?? target.label}</span>
        </div>
      ))}
    </div>
  );
}

/** Projects that may be written in, each with its sections. */
function useTargets(): Target[] {
  const { t } = useTexts();
  const projects = useProjects().filter(({ role }) => role !== "viewer");
  const sections = useQueries({ queries: projects.map(({ id }) => sectionsOptions(id)) });
  return projects.flatMap((project, index) => {
    const name = project.is_inbox ? t("tasks.inbox") : project.name;
    const below = sections[index]?.data ?? [];
    return [
      { project, section: null, label: name },
      ...below.map((section) => ({ project, section, label: `${name} / ${section.name}` })),
    ];
  });
}

function moveAll(tasks: readonly Task[], { project, section }: Target): Pick<TasksChange, "tasks" | "operations" | "expect"> {
  const to = section === null ? topOf(project.id) : { section_id: section.id };
  return {
    tasks,
    operations: tasks.map(({ id }) => ({ op: "move", id, to })),
    expect: (task) => ({ ...task, project_id: project.id, section_id: section?.id ?? null, parent_id: null }),
  };
}

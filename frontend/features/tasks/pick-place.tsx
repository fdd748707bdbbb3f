"use client";
// Another project or section for one task or many: type to find it.
import type { JSX } from "react";
import { useQueries } from "@tanstack/react-query";
import { Dialog } from "@/components/ui/dialog";
import { inputClasses } from "@/components/ui/field";
import { type Combobox, useCombobox } from "@/components/ui/use-combobox";
import { ProjectDot } from "@/features/projects/project-dot";
import { projectName } from "@/features/projects/project-name";
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
  const wanted = text.trim().toLowerCase();
  const found = useTargets().filter(({ label }) => label.toLowerCase().includes(wanted));
  const choose = (target: Target | undefined): void => {
    if (target === undefined) return;
    onClose();
    selection.clear();
    mutate({ ...moveAll(tasks, target), said: t("tasks.movedTo", { what: naming(tasks), place: target.label }) });
  };
  const box = useCombobox({ count: found.length, onChoose: (index) => choose(found[index]) });
  return (
    <Dialog onClose={onClose} title={t("tasks.placeOf", { what: naming(tasks) })} width="narrow">
      <div data-look-first className="flex min-h-0 flex-col gap-2 px-6 pt-3 pb-5">
        <input
          {...box.field}
          aria-label={t("tasks.findPlace")}
          placeholder={t("tasks.findPlace")}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            box.point(0);
          }}
          className={cn(inputClasses, "h-control shrink-0 px-3")}
        />
        <Targets box={box} found={found} />
      </div>
    </Dialog>
  );
}

function Targets({ box, found }: { box: Combobox; found: readonly Target[] }): JSX.Element {
  const { t } = useTexts();
  return (
    <div id={box.listId} role="listbox" aria-label={t("projects.projects")} className="max-h-72 overflow-y-auto">
      {found.map((target, index) => (
        <div
          key={target.section?.id ?? target.project.id}
          {...box.option(index)}
          aria-selected={index === box.active}
          className={cn(
            "flex h-9 items-center gap-2.5 rounded-sm px-2.5 text-sm select-none hover:bg-hover",
            index === box.active && "bg-hover",
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
    const name = projectName(project, t);
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

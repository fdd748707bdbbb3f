"use client";
// What goes on in an outline: what is folded, where a task is being added, which is being moved with the keyboard.
import { type KeyboardEvent, useCallback, useMemo, useState } from "react";
import type { Section, Task } from "@/lib/api/types";
import { useTexts } from "@/lib/texts/texts-provider";
import { taskIdInFocus } from "./list-focus";
import { useMoveTask } from "./moving";
import { type OutlineGroup, outlineOf, type Place, type Step, stepFrom } from "./outline";
import { stepKey } from "./outline-keys";
import { useFocusAfter } from "./use-focus-after";

export interface OutlineState {
  groups: OutlineGroup[];
  folded: ReadonlySet<string>;
  fold: (id: string) => void;
  /** The task below which one is being added. */
  adding: string | null;
  addBelow: (task: Task) => void;
  endAdding: () => void;
  arranging: string | null;
  /** For screen readers: how to go on, or where a task is now. */
  said: string;
  move: (task: Task, place: Place) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onBlur: () => void;
}

interface OutlineInput {
  tasks: readonly Task[];
  sections: readonly Section[];
  done: readonly Task[];
}

export function useOutline({ tasks, sections, done }: OutlineInput): OutlineState {
  const { t } = useTexts();
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [adding, setAdding] = useState<string | null>(null);
  const [arranging, setArranging] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const groups = useMemo(() => outlineOf(tasks, { sections, done, folded }), [tasks, sections, done, folded]);
  const keepFocus = useFocusAfter(groups);
  const moveTask = useMoveTask();
  const move = useCallback(
    (task: Task, place: Place) => {
      keepFocus(task.id);
      moveTask(task, place);
    },
    [keepFocus, moveTask],
  );
  const step = (task: Task, to: Step): void => {
    const place = stepFrom(groups, task.id, to);
    if (place === null) { setSaid(t("tasks.noWay")); return; }
    if (place.parent_id != null) setFolded((all) => without(all, place.parent_id ?? ""));
    move(task, place);
    setSaid(t(`tasks.stepped.${to}`, { title: task.title }));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const task = taskAt(event, tasks);
    if (task === null || event.defaultPrevented) return;
    const key = stepKey(event, arranging === task.id);
    if (key === null) return;
    event.preventDefault();
    if (key === "arrange" || key === "done") {
      setArranging(key === "arrange" ? task.id : null);
      setSaid(key === "arrange" ? t("tasks.arranging", { title: task.title }) : t("tasks.arranged"));
    } else if (key === "addBelow") setAdding(task.id);
    else step(task, key);
  };
  return {
    groups,
    folded,
    fold: useCallback((id: string) => setFolded((all) => toggled(all, id)), []),
    adding,
    addBelow: useCallback((task: Task) => setAdding(task.id), []),
    endAdding: useCallback(() => setAdding(null), []),
    arranging,
    said,
    move,
    onKeyDown,
    // With the focus gone from its row, a task is no longer being moved.
    onBlur: () => requestAnimationFrame(() => setArranging((id) => (taskIdInFocus() === id ? id : null))),
  };
}

function taskAt(event: KeyboardEvent, tasks: readonly Task[]): Task | null {
  const target = event.target as HTMLElement;
  if (!target.hasAttribute("data-task-title")) return null;
  const id = target.closest<HTMLElement>("[data-task-id]")?.dataset.taskId;
  return tasks.find((task) => task.id === id) ?? null;
}

function toggled(all: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return all.has(id) ? without(all, id) : new Set([...all, id]);
}

function without(all: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return new Set([...all].filter((one) => one !== id));
}

"use client";
// A task was changed elsewhere while it was being edited: what it is now, beside what is in the form, and which to keep.
import { useQuery } from "@tanstack/react-query";
import type { JSX } from "react";
import { Button } from "@/components/ui/button";
import { fieldNames } from "@/features/activity/field-names";
import { api, read } from "@/lib/api/client";
import type { Task } from "@/lib/api/types";
import { useClock } from "@/lib/clock";
import { useTexts } from "@/lib/texts/texts-provider";
import { changedKeys, type TaskDraft, toDraft } from "./task-draft";

interface ConflictProps {
  draft: TaskDraft;
  /** As it was when the form was opened. */
  task: Task;
  onSettle: (theirs: Task, keepMine: boolean) => void;
}

const FIELDS: Record<keyof TaskDraft, string> = {
  title: "title",
  notes: "notes",
  projectId: "project_id",
  sectionId: "section_id",
  priority: "priority",
  labelIds: "label_ids",
  day: "due_date",
  time: "due_at",
  recurrence: "recurrence",
  deadline: "deadline",
  durationMinutes: "duration_minutes",
};

export function Conflict({ draft, task, onSettle }: ConflictProps): JSX.Element {
  const texts = useTexts();
  const { t } = texts;
  const { zone } = useClock();
  const { data: theirs } = useQuery({
    queryKey: ["tasks", "latest", task.id, task.version],
    queryFn: ({ signal }) => read(api.GET("/api/tasks/{task_id}", { params: { path: { task_id: task.id } }, signal })),
    staleTime: 0,
  });
  const before = toDraft(task, zone);
  const changed = theirs === undefined ? [] : changedKeys(before, toDraft(theirs, zone));
  const names = fieldNames(changed.map((key) => FIELDS[key]), texts);
  const clashing = changed.filter((key) => changedKeys(before, draft).includes(key));
  return (
    <div role="alert" className="mt-4 rounded-md bg-danger-soft px-4 py-3 text-sm">
      <p>{t("tasks.staleLead")}</p>
      {names !== "" && <p className="mt-1">{t("tasks.staleFields", { names })}</p>}
      {theirs !== undefined && clashing.includes("title") && <p className="mt-1">{t("tasks.staleTheirs", { text: theirs.title })}</p>}
      {theirs !== undefined && clashing.includes("notes") && (
        <p className="mt-1 whitespace-pre-wrap">{t("tasks.staleTheirs", { text: theirs.notes })}</p>
      )}
      {theirs !== undefined && (
        <div className="mt-3 flex flex-wrap gap-2">
          <Button size="small" onClick={() => onSettle(theirs, true)}>
            {t("tasks.staleKeep")}
          </Button>
          <Button size="small" onClick={() => onSettle(theirs, false)}>
            {t("tasks.staleTake")}
          </Button>
        </div>
      )}
    </div>
  );
}

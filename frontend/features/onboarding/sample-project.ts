// A project to look around in, made on request and like any other: through the API, and undone like anything else.
import { type UseMutationResult, useMutation, useQueryClient } from "@tanstack/react-query";
import { refreshAfterChange } from "@/features/changes/refresh";
import { useAnnounce } from "@/features/changes/undo";
import { api, read, type Written, written } from "@/lib/api/client";
import type { TaskCreate } from "@/lib/api/types";
import { useClock } from "@/lib/clock";
import { addDays, type Day } from "@/lib/dates";
import { useTexts } from "@/lib/texts/texts-provider";
import type { Texts } from "@/lib/texts/translate";
import { uuidv7 } from "@/lib/uuid";

/** Tasks that show what a task can have: a date, a priority, notes, a rule, one below another. */
export function sampleTasks(projectId: string, today: Day, { t }: Pick<Texts, "t">): TaskCreate[] {
  const parent = uuidv7();
  const common = { project_id: projectId, notes: "", priority: 4, label_ids: [] };
  return [
    { ...common, title: t("welcome.sample.look"), notes: t("welcome.sample.lookNotes"), due_date: today, priority: 1 },
    { ...common, title: t("welcome.sample.repeat"), due_date: addDays(today, 1), recurrence: { rule: "FREQ=WEEKLY", anchor: "due" } },
    { ...common, id: parent, title: t("welcome.sample.parent"), due_date: addDays(today, 3), priority: 2 },
    { ...common, title: t("welcome.sample.child"), parent_id: parent },
    { ...common, title: t("welcome.sample.ask"), due_date: today },
  ];
}

/** Gives the id of the project. */
export function useSampleProject(): UseMutationResult<string, Error, undefined> {
  const texts = useTexts();
  const { t } = texts;
  const { today } = useClock();
  const client = useQueryClient();
  const announce = useAnnounce();
  return useMutation({
    mutationKey: ["change", "sample"],
    mutationFn: async () => {
      const project = await read(api.POST("/api/projects", { body: { name: t("welcome.sample.project"), color: "teal" } }));
      const { changeGroup } = await addTasks(sampleTasks(project.id, today, texts));
      announce.done(t("welcome.sample.added"), changeGroup);
      return project.id;
    },
    onError: announce.failed,
    onSettled: () => refreshAfterChange(client),
  });
}

function addTasks(tasks: TaskCreate[]): Promise<Written<unknown>> {
  const operations = tasks.map((task) => ({ op: "create" as const, task }));
  return written(api.POST("/api/tasks/bulk", { body: { operations, dry_run: false } }));
}

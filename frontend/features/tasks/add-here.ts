// Adding a task at a place of its own: below another, or in a section. The line is read as in quick add.
import { type ChangeResult, useChange } from "@/features/changes/use-change";
import { projectName } from "@/features/projects/project-name";
import { useProjects } from "@/features/projects/queries";
import { api, type Written, written } from "@/lib/api/client";
import type { Task } from "@/lib/api/types";
import { useTexts } from "@/lib/texts/texts-provider";
import { uuidv7 } from "@/lib/uuid";
import type { Stretch } from "./quick-add-rejected";
import { shorten } from "./shorten";

/** Below the task or in the section, if one is given. */
export interface NewPlace {
  project_id: string;
  section_id?: string;
  parent_id?: string;
}

interface NewTask {
  text: string;
  place: NewPlace;
  /** Parts of the text that were put back: they belong to the title. */
  rejected: readonly Stretch[];
  /** What the message calls the place. */
  where: string;
}

export function useAddHere(): ChangeResult<NewTask, Task> {
  const { t } = useTexts();
  const projects = useProjects();
  const nameOf = (id: string): string => {
    const project = projects.find((one) => one.id === id);
    return project === undefined ? t("tasks.inbox") : projectName(project, t);
  };
  return useChange({
    send: ({ text, place, rejected }): Promise<Written<Task>> => {
      // With an id of its own it can wait for a connection.
      return written(api.POST("/api/quick-add", { body: { id: uuidv7(), text, rejected: [...rejected], ...place } }));
    },
    said: ({ place, where }, task) => {
      return t("tasks.addedToast", { title: shorten(task.title), project: isAt(place, task) ? where : nameOf(task.project_id) });
    },
  });
}

/** Unless the line said that it goes elsewhere. */
function isAt({ project_id, section_id, parent_id }: NewPlace, task: Task): boolean {
  if (parent_id !== undefined) return task.parent_id === parent_id;
  return section_id === undefined ? task.project_id === project_id : task.section_id === section_id;
}

// What a project is called: the Inbox has its name from the language of the app, not from the day it was made.
import type { Project } from "@/lib/api/types";
import type { Translate } from "@/lib/texts/catalogue";

export function projectName(project: Pick<Project, "name" | "is_inbox">, t: Translate): string {
  return project.is_inbox ? t("tasks.inbox") : project.name;
}

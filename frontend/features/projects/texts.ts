import type { ProjectColor } from "@/lib/api/types";

const colors: Record<ProjectColor, string> = {
  gray: "Gray",
  red: "Red",
  orange: "Orange",
  amber: "Amber",
  green: "Green",
  teal: "Teal",
  blue: "Blue",
  indigo: "Indigo",
  violet: "Violet",
  pink: "Pink",
};

export const texts = {
  projects: "Projects",
  newProject: "New project",
  editProject: "Edit project",
  name: "Name",
  namePlaceholder: "Kitchen renovation",
  color: "Color",
  colors,
  create: "Create project",
  save: "Save",
  cancel: "Cancel",
  edit: "Rename or recolor",
  remove: "Delete project",
  options: (name: string) => `Options for ${name}`,
  openTasks: (count: number) => `${count} open ${count === 1 ? "task" : "tasks"}`,
  created: (name: string) => `Created “${name}”`,
  changed: (name: string) => `Changed “${name}”`,
  removed: (name: string) => `Deleted “${name}” with its tasks`,
  none: "Projects keep what belongs together in one place.",
} as const;

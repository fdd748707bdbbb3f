const priorities = { 1: "Priority 1", 2: "Priority 2", 3: "Priority 3", 4: "No priority" } as const;

export const texts = {
  today: "Today",
  upcoming: "Upcoming",
  inbox: "Inbox",
  overdue: "Overdue",
  dueToday: "Today",
  completed: "Completed",
  showCompleted: "Show completed",
  hideCompleted: "Hide completed",
  noneCompleted: "Nothing completed here yet.",
  addTask: "Add task",
  showMore: "Show more",

  emptyToday: "Nothing left for today",
  emptyTodayLead: "Enjoy the quiet, or plan something new.",
  emptyInbox: "Your Inbox is clear",
  emptyInboxLead: "What you jot down without a project lands here.",
  emptyUpcoming: "Nothing planned yet",
  emptyUpcomingLead: "Tasks with a date after today show up here, day by day.",
  emptyProject: "A clean slate",
  emptyProjectLead: "Add the first task of this project.",
  loadFailed: "Your tasks could not be loaded",

  complete: (title: string) => `Complete “${title}”`,
  reopen: (title: string) => `Reopen “${title}”`,
  options: (title: string) => `Options for “${title}”`,
  open: "Edit",
  remove: "Delete",
  hasNotes: "Has notes",
  due: (words: string) => `Due ${words}`,
  project: (name: string) => `Project ${name}`,
  completedToast: (title: string) => `Completed “${shorten(title)}”`,
  reopenedToast: (title: string) => `Reopened “${shorten(title)}”`,
  removedToast: (title: string) => `Deleted “${shorten(title)}”`,
  changedToast: (title: string) => `Changed “${shorten(title)}”`,
  addedToast: (title: string, project: string) => `Added “${shorten(title)}” to ${project}`,

  quickAdd: "Quick add",
  quickAddLabel: "Task, in your own words",
  quickAddPlaceholder: "Pay rent tomorrow at 5pm p1",
  quickAddHint: "Try a date, a time, #project or p1 to p4",
  quickAddSubmit: "Add task",
  goesTo: (project: string) => `Goes to ${project}`,

  editTask: "Edit task",
  title: "Title",
  titleMissing: "A task needs a title.",
  notes: "Notes",
  notesPlaceholder: "Details, links, whatever helps",
  projectLabel: "Project",
  priorityLabel: "Priority",
  priorities,
  dateLabel: "Due date",
  timeLabel: "Time",
  noDate: "No date",
  tomorrow: "Tomorrow",
  nextMonday: "Next Monday",
  cancel: "Cancel",
  save: "Save",
  unsaved: "You have unsaved changes.",
  discard: "Discard",
  keepEditing: "Keep editing",
  stale: "This task was changed elsewhere in the meantime. Close it and open it again to see what is new; nothing was overwritten.",
} as const;

export function priorityLabel(priority: number): string {
  return texts.priorities[priority as keyof typeof priorities];
}

function shorten(title: string): string {
  return title.length > 48 ? `${title.slice(0, 47).trimEnd()}…` : title;
}

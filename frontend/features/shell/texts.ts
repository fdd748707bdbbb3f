import type { Theme } from "@/lib/preferences";

const themes: Record<Theme, string> = { system: "System", light: "Light", dark: "Dark" };

export const texts = {
  navigation: "Navigation",
  views: "Views",
  today: "Today",
  upcoming: "Upcoming",
  inbox: "Inbox",
  settings: "Settings",
  addTask: "Add task",
  assistant: "Assistant",
  openAssistant: "Open assistant",
  menu: "Menu",
  skip: "Skip to tasks",
  accountOf: "Account of",
  signOut: "Sign out",
  shortcuts: "Keyboard shortcuts",
  theme: "Theme",
  themes,
  dueTodayCount: (count: number) => `${count} due`,
  pageFailed: "This page could not be loaded",
  pageFailedLead: "The server did not answer as it should. Your tasks are safe; try again in a moment.",
  retry: "Try again",
  notFound: "There is nothing here",
  notFoundLead: "The page may have moved, or it was deleted. If you deleted it just now, undo brings it back.",
  backHome: "Go to Today",
} as const;

export const shortcutGroups: { title: string; shortcuts: { keys: string[]; does: string }[] }[] = [
  {
    title: "Anywhere",
    shortcuts: [
      { keys: ["Q"], does: "Quick add" },
      { keys: ["C"], does: "Assistant" },
      { keys: ["Z"], does: "Undo the last change" },
      { keys: ["?"], does: "This list" },
    ],
  },
  {
    title: "In a list",
    shortcuts: [
      { keys: ["J", "↓"], does: "Next task" },
      { keys: ["K", "↑"], does: "Previous task" },
      { keys: ["X", "Space"], does: "Complete or reopen" },
      { keys: ["E", "Enter"], does: "Edit" },
      { keys: ["Del"], does: "Delete" },
    ],
  },
  {
    title: "While writing",
    shortcuts: [
      { keys: ["Enter"], does: "Add the task, send the message" },
      { keys: ["Ctrl", "Enter"], does: "Save the task being edited" },
      { keys: ["Esc"], does: "Close" },
    ],
  },
];

"use client";
// Everything that can be done from the palette: pages, and what the app can do here and now.
import { CalendarDays, Inbox, Keyboard, Languages, LogOut, Monitor, Moon, Pencil, Plus, Settings, Sparkles } from "lucide-react";
import { Archive, Check, CircleCheck, FolderInput, FolderPlus, History, ListFilter, RotateCcw, Search } from "lucide-react";
import { SquareCheck, Sun, Tag, Trash2, Undo2 } from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import type { JSX, ReactNode } from "react";
import { signOut } from "@/features/accounts/session";
import { useUndoNewest } from "@/features/changes/sent";
import { useAnnounce } from "@/features/changes/undo";
import { useDeleteProject } from "@/features/projects/actions";
import { useFilters } from "@/features/filters/queries";
import { useLabels } from "@/features/labels/queries";
import { ProjectDot } from "@/features/projects/project-dot";
import { useProjects } from "@/features/projects/queries";
import { rememberLanguage } from "@/features/shell/language";
import { useShell } from "@/features/shell/shell-context";
import { applyTheme } from "@/features/shell/theme";
import { isOpen } from "@/features/tasks/is-open";
import { useTaskActions } from "@/features/tasks/task-actions";
import type { Task } from "@/lib/api/types";
import { nameOfDeed } from "@/lib/key-names";
import { type Theme, THEMES } from "@/lib/preferences";
import { type Language, LANGUAGES } from "@/lib/texts/catalogue";
import { useTexts } from "@/lib/texts/texts-provider";
import { useGoTo } from "@/lib/use-go-to";

export interface Command {
  id: string;
  label: string;
  icon: ReactNode;
  /** The key that does the same from anywhere. */
  shortcut?: string;
  run: () => void;
}

const THEME_ICONS: Record<Theme, JSX.Element> = { system: <Monitor />, light: <Sun />, dark: <Moon /> };

/** Where one can go. */
export function usePages(): Command[] {
  const { t } = useTexts();
  const goTo = useGoTo();
  const projects = useProjects().filter((project) => !project.is_inbox);
  const labels = useLabels();
  const filters = useFilters();
  const to = (path: string, label: string, icon: ReactNode, shortcut?: string): Command => ({
    id: path,
    label,
    icon,
    shortcut,
    run: () => goTo(path),
  });
  return [
    to("/today", t("shell.today"), <Sun />, nameOfDeed("goto", "today")),
    to("/upcoming", t("shell.upcoming"), <CalendarDays />, nameOfDeed("goto", "upcoming")),
    to("/inbox", t("shell.inbox"), <Inbox />, nameOfDeed("goto", "inbox")),
    ...projects.map(({ id, name, color }) => to(`/projects/${id}`, name, <ProjectDot color={color} />)),
    ...labels.map(({ id, name, color }) => to(`/labels/${id}`, name, <Tag data-color={color} className="text-(--project)" />)),
    ...filters.map(({ id, name }) => to(`/filters/${id}`, name, <ListFilter />)),
    to("/search", t("shell.search"), <Search />),
    to("/completed", t("tasks.completed"), <CircleCheck />),
    to("/activity", t("shell.activity"), <History />),
    to("/trash", t("shell.trash"), <Trash2 />),
    to("/archive", t("shell.archive"), <Archive />),
    to("/settings", t("shell.settings"), <Settings />, nameOfDeed("goto", "settings")),
  ];
}

/** What can be done: with the task that had the focus, the project whose page is open, and anywhere. */
export function useCommands(task: Task | null): Command[] {
  const ofTask = useTaskCommands(task);
  const ofProject = useProjectCommands();
  const ofApp = useAppCommands();
  const ofLooks = useLookCommands();
  return [...ofTask, ...ofProject, ...ofApp, ...ofLooks];
}

function useTaskCommands(task: Task | null): Command[] {
  const { t } = useTexts();
  const actions = useTaskActions();
  if (task === null) return [];
  const { title } = task;
  const done = !isOpen(task);
  return [
    {
      id: "task-toggle",
      label: done ? t("tasks.reopen", { title }) : t("tasks.complete", { title }),
      icon: done ? <RotateCcw /> : <Check />,
      shortcut: nameOfDeed("task", "toggle"),
      run: () => actions.toggle(task),
    },
    { id: "task-edit", label: t("palette.edit", { name: title }), icon: <Pencil />, shortcut: nameOfDeed("task", "edit"), run: () => actions.edit(task) },
    { id: "task-date", label: t("palette.date", { name: title }), icon: <CalendarDays />, shortcut: nameOfDeed("task", "date"), run: () => actions.run("date", task) },
    { id: "task-labels", label: t("palette.labels", { name: title }), icon: <Tag />, shortcut: nameOfDeed("task", "labels"), run: () => actions.run("labels", task) },
    { id: "task-place", label: t("palette.place", { name: title }), icon: <FolderInput />, shortcut: nameOfDeed("task", "place"), run: () => actions.run("place", task) },
    { id: "task-select", label: t("palette.select", { name: title }), icon: <SquareCheck />, shortcut: nameOfDeed("task", "select"), run: () => actions.run("select", task) },
    {
      id: "task-remove",
      label: t("palette.remove", { name: title }),
      icon: <Trash2 />,
      shortcut: nameOfDeed("task", "remove"),
      run: () => actions.remove(task),
    },
  ];
}

function useProjectCommands(): Command[] {
  const { t } = useTexts();
  const shell = useShell();
  const goTo = useGoTo();
  const path = usePathname();
  const remove = useDeleteProject();
  const project = useProjects().find(({ id }) => path === `/projects/${id}`);
  if (project?.role !== "owner") return [];
  const { name } = project;
  const onSuccess = (): void => goTo("/inbox");
  return [
    { id: "project-edit", label: t("palette.edit", { name }), icon: <Pencil />, run: () => shell.openProject(project) },
    {
      id: "project-remove",
      label: t("palette.remove", { name }),
      icon: <Trash2 />,
      run: () => void remove.mutateAsync(project).then(onSuccess, () => undefined),
    },
  ];
}

function useAppCommands(): Command[] {
  const { t } = useTexts();
  const shell = useShell();
  const undo = useUndoNewest();
  const announce = useAnnounce();
  return [
    { id: "add", label: t("shell.addTask"), icon: <Plus />, shortcut: nameOfDeed("anywhere", "quickAdd"), run: () => shell.openQuickAdd() },
    { id: "new-project", label: t("projects.newProject"), icon: <FolderPlus />, run: () => shell.openProject(null) },
    { id: "new-label", label: t("labels.newLabel"), icon: <Tag />, run: () => shell.openLabel(null) },
    { id: "new-filter", label: t("filters.newFilter"), icon: <ListFilter />, run: () => shell.openFilter(null) },
    { id: "assistant", label: t("shell.assistant"), icon: <Sparkles />, shortcut: nameOfDeed("anywhere", "assistant"), run: shell.toggleChat },
    { id: "undo", label: t("shortcuts.undo"), icon: <Undo2 />, shortcut: nameOfDeed("anywhere", "undo"), run: undo },
    { id: "shortcuts", label: t("shortcuts.title"), icon: <Keyboard />, shortcut: nameOfDeed("anywhere", "sheet"), run: shell.openShortcuts },
    {
      id: "sign-out",
      label: t("accounts.signOut"),
      icon: <LogOut />,
      run: () => void signOut().catch(announce.failed),
    },
  ];
}

function useLookCommands(): Command[] {
  const { t } = useTexts();
  const router = useRouter();
  const themes = THEMES.map((theme) => ({
    id: `theme-${theme}`,
    label: t("palette.theme", { name: t(`shell.theme.${theme}`) }),
    icon: THEME_ICONS[theme],
    run: () => applyTheme(theme),
  }));
  const languages = Object.entries(LANGUAGES).map(([language, name]) => ({
    id: `language-${language}`,
    label: t("palette.language", { name }),
    icon: <Languages />,
    run: () => {
      rememberLanguage(language as Language);
      router.refresh();
    },
  }));
  return [...themes, ...languages];
}

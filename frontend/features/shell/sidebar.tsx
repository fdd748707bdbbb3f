"use client";
// Where one can go: views, projects, and what belongs to the account.
import { CalendarDays, Inbox, Keyboard, Plus, Search, Settings, Sun } from "lucide-react";
import { type JSX, useMemo } from "react";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { useProjects } from "@/features/projects/queries";
import { countOpen } from "@/features/tasks/is-open";
import { todayFilter, useTaskList } from "@/features/tasks/queries";
import type { Project } from "@/lib/api/types";
import { useClock } from "@/lib/clock";
import type { Translate } from "@/lib/texts/catalogue";
import { useTexts } from "@/lib/texts/texts-provider";
import { AccountMenu } from "./account-menu";
import { NavLink } from "./nav-link";
import { useShell } from "./shell-context";
import { SidebarLists } from "./sidebar-lists";

export function Sidebar(): JSX.Element {
  const { t } = useTexts();
  const shell = useShell();
  const dueToday = useDueToday();
  const inbox = useProjects().find((project) => project.is_inbox);
  return (
    <div className="flex h-full flex-col">
      <div className="px-3 pt-4 pb-3">
        <AccountMenu />
      </div>
      <div className="px-3">
        <Button className="w-full justify-start pr-2 pl-2.5" onClick={() => shell.openQuickAdd()}>
          <Plus aria-hidden className="size-4.5 text-accent" />
          <span className="flex-1 text-left">{t("shell.addTask")}</span>
          <Kbd className="max-md:hidden">Q</Kbd>
        </Button>
      </div>
      <div className="px-3 pt-1">
        <Button
          variant="quiet"
          onClick={shell.openPalette}
          className="h-line w-full justify-start gap-2.5 px-2.5 font-normal [&_svg]:size-4.5"
        >
          <Search aria-hidden />
          <span className="flex-1 text-left">{t("palette.open")}</span>
          <Kbd className="max-md:hidden">Ctrl K</Kbd>
        </Button>
      </div>
      <nav aria-label={t("shell.navigation")} className="mt-5 fading min-h-0 flex-1 overflow-y-auto px-3 pb-6">
        <ul className="flex flex-col gap-0.5">
          <li>
            <NavLink href="/today" icon={<Sun />} label={t("shell.today")} {...dueToday} />
          </li>
          <li>
            <NavLink href="/upcoming" icon={<CalendarDays />} label={t("shell.upcoming")} />
          </li>
          <li>
            <NavLink href="/inbox" icon={<Inbox />} label={t("shell.inbox")} {...counted(inbox, t)} />
          </li>
        </ul>
        <SidebarLists />
      </nav>
      <footer className="flex flex-col gap-0.5 px-3 pb-4">
        <Button
          variant="quiet"
          onClick={shell.openShortcuts}
          className="h-line justify-start gap-2.5 px-2.5 font-normal max-md:hidden [&_svg]:size-4.5"
        >
          <Keyboard aria-hidden />
          <span className="flex-1 text-left">{t("shortcuts.title")}</span>
          <Kbd>?</Kbd>
        </Button>
        <NavLink href="/settings" icon={<Settings />} label={t("shell.settings")} />
      </footer>
    </div>
  );
}

function useDueToday(): { count: number; countLabel: string } {
  const { t } = useTexts();
  const { today } = useClock();
  const filter = useMemo(() => todayFilter(today), [today]);
  const { tasks } = useTaskList(filter);
  const count = countOpen(tasks);
  return { count, countLabel: t("shell.dueTodayCount", { count }) };
}

function counted(project: Project | undefined, t: Translate): { count: number; countLabel: string } {
  const count = project?.open_task_count ?? 0;
  return { count, countLabel: t("projects.openTasks", { count }) };
}

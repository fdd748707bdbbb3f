"use client";
// Finds and does anything: a field, and below it what answers to it. The focus stays in the field; arrow keys choose.
import { Circle, CircleCheck, Plus, Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { type JSX, type ReactNode, useDeferredValue } from "react";
import { Kbd } from "@/components/ui/kbd";
import { Modal } from "@/components/ui/modal";
import { useCombobox } from "@/components/ui/use-combobox";
import { useShell } from "@/features/shell/shell-context";
import { isOpen } from "@/features/tasks/is-open";
import type { Task } from "@/lib/api/types";
import { useTexts } from "@/lib/texts/texts-provider";
import { useEarlyText } from "@/lib/use-early-text";
import { type Command, useCommands, usePages } from "./commands";
import { matching } from "./matching";
import { PaletteField } from "./palette-field";
import { PaletteList } from "./palette-list";
import { useTaskSearch } from "./task-search";

interface CommandPaletteProps {
  /** The task that had the focus. */
  task: Task | null;
  /** What was typed while this was on its way. */
  typedBefore?: () => string;
  onClose: () => void;
}

export interface Group {
  title: string;
  commands: Command[];
}

export function CommandPalette({ task, typedBefore = () => "", onClose }: CommandPaletteProps): JSX.Element {
  const { t } = useTexts();
  const [text, setText] = useEarlyText(typedBefore);
  const { groups, note } = useAnswers(text, task);
  // The field comes with the first picture; the list takes the place that is kept for it right after that.
  const listIsDue = useDeferredValue(true, false);
  const commands = groups.flatMap((group) => group.commands);
  const run = (command: Command | undefined): void => {
    if (command === undefined) return;
    onClose();
    command.run();
  };
  const box = useCombobox({ count: commands.length, onChoose: (index) => run(commands[index]) });
  return (
    <Modal onClose={onClose} aria-label={t("palette.title")} className="palette">
      <PaletteField
        text={text}
        box={box}
        onType={(typed) => {
          setText(typed);
          box.point(0);
        }}
        onClose={onClose}
      />
      {listIsDue ? <PaletteList box={box} groups={groups} /> : <div className="h-120 min-h-0" />}
      {note !== null && <p className="px-5 py-4 text-sm text-ink-faint">{note}</p>}
      <p role="status" className="sr-only">
        {text.trim() !== "" && t("palette.results", { count: commands.length })}
      </p>
      <Hints />
    </Modal>
  );
}

interface Answers {
  groups: Group[];
  /** What to say where nothing answers, or not yet. */
  note: string | null;
}

function useAnswers(text: string, task: Task | null): Answers {
  const { t } = useTexts();
  const pages = usePages();
  const commands = useCommands(task);
  const { commands: tasks, note } = useTaskAnswers(text);
  const more = useTextCommands(text, tasks.length > 0);
  const groups = [
    { title: t("palette.pages"), commands: matching(pages, text) },
    { title: t("palette.tasks"), commands: tasks },
    { title: t("palette.commands"), commands: [...matching(commands, text), ...more] },
  ];
  return { groups: groups.filter((group) => group.commands.length > 0), note };
}

function useTaskAnswers(text: string): { commands: Command[]; note: string | null } {
  const { t } = useTexts();
  const shell = useShell();
  const search = useTaskSearch(text);
  if (text.trim() === "") return { commands: [], note: null };
  const icon = (task: Task): ReactNode => (isOpen(task) ? <Circle /> : <CircleCheck />);
  const commands = (search.data ?? []).map((task) => ({
    id: task.id,
    label: task.title,
    icon: icon(task),
    run: () => shell.openTask(task),
  }));
  const note = search.isError ? t("palette.failed") : search.isPending ? t("palette.searching") : null;
  return { commands, note };
}

/** What answers to nothing may be a task that is not there yet. */
function useTextCommands(text: string, someFound: boolean): Command[] {
  const { t } = useTexts();
  const shell = useShell();
  const router = useRouter();
  const title = text.trim();
  if (title === "") return [];
  const search = {
    id: "search-all",
    label: t("palette.searchAll", { text: title }),
    icon: <Search />,
    run: () => router.push(`/search?q=${encodeURIComponent(title)}`),
  };
  return [
    // Where a few were found there may be more; where none was, there are none.
    ...(someFound ? [search] : []),
    {
      id: "add-text",
      label: t("palette.addText", { text: title }),
      icon: <Plus />,
      run: () => shell.openQuickAdd(undefined, title),
    },
  ];
}

function Hints(): JSX.Element {
  const { t } = useTexts();
  return (
    <footer className="flex items-center gap-4 border-t border-line px-5 py-2.5 text-xs text-ink-faint for-keys">
      <span className="flex items-center gap-1">
        <Kbd>↑</Kbd>
        <Kbd>↓</Kbd> {t("palette.moveTo")}
      </span>
      <span className="flex items-center gap-1">
        <Kbd>↵</Kbd> {t("palette.choose")}
      </span>
    </footer>
  );
}

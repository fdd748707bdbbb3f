"use client";
// Ways into quick add from a page: a quiet line at the end of a list, a button on an empty one.
import { Plus } from "lucide-react";
import type { JSX } from "react";
import { Button } from "@/components/ui/button";
import { useShell } from "@/features/shell/shell-context";
import { useTexts } from "@/lib/texts/texts-provider";

interface AddTaskProps {
  projectId?: string;
  /** What the line begins with. */
  text?: string;
}

export function AddFirstButton({ projectId, text }: AddTaskProps): JSX.Element {
  const { t } = useTexts();
  const shell = useShell();
  return (
    <Button onClick={() => shell.openQuickAdd(projectId, text)}>
      <Plus aria-hidden className="size-4 text-accent" />
      {t("tasks.addTask")}
    </Button>
  );
}

export function AddTaskButton({ projectId, text }: AddTaskProps): JSX.Element {
  const { t } = useTexts();
  const shell = useShell();
  return (
    <button
      type="button"
      onClick={() => shell.openQuickAdd(projectId, text)}
      className="group -mx-3 mt-1 flex w-[calc(100%+1.5rem)] items-center gap-3 rounded-md px-3 py-2.5 text-left text-ink-faint transition-colors hover:text-accent max-md:hidden"
    >
      <Plus aria-hidden className="size-5 stroke-[1.75]" />
      {t("tasks.addTask")}
    </button>
  );
}

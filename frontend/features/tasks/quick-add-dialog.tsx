"use client";
// Adding a task by one line of text, with a preview of what it means; or several by several lines.
import { usePathname } from "next/navigation";
import { type JSX, Suspense, useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { useMe } from "@/features/accounts/queries";
import { useClock } from "@/lib/clock";
import type { Day } from "@/lib/dates";
import { lazyPart } from "@/lib/lazy-part";
import { useTexts } from "@/lib/texts/texts-provider";
import { QuickAddForm } from "./quick-add-form";
import { TaskListSkeleton } from "./task-list-skeleton";

const QuickAddPasted = lazyPart(async () => (await import("./quick-add-pasted")).QuickAddPasted);

interface QuickAddDialogProps {
  projectId: string | undefined;
  /** When it is due unless the line says so; on Today without one it is today. */
  day?: Day | undefined;
  /** What was typed while this dialog was on its way. */
  typedBefore?: () => string;
  onClose: () => void;
}

export function QuickAddDialog({ projectId, day, typedBefore = () => "", onClose }: QuickAddDialogProps): JSX.Element {
  const { t } = useTexts();
  const { inbox_project_id: inboxId } = useMe();
  const dayInHand = useDayInHand(day);
  const [text, setText] = useState<string | null>(null);
  const [lines, setLines] = useState<string[] | null>(null);
  const backToOne = (joined: string): void => {
    setText(joined);
    setLines(null);
  };
  return (
    <Dialog onClose={onClose} title={t("tasks.quickAdd")} titleHidden width="wide">
      {lines === null ? (
        <QuickAddForm
          projectId={projectId ?? inboxId}
          dayInHand={dayInHand}
          typedBefore={() => text ?? typedBefore()}
          onPasteLines={setLines}
          onDone={onClose}
        />
      ) : (
        <Suspense fallback={<TaskListSkeleton />}>
          <QuickAddPasted
            pasted={lines}
            projectId={projectId ?? inboxId}
            dayInHand={dayInHand}
            onOneLine={backToOne}
            onDone={onClose}
          />
        </Suspense>
      )}
    </Dialog>
  );
}

/** What is added on Today is meant for today. */
function useDayInHand(day: Day | undefined): Day | undefined {
  const onToday = usePathname() === "/today";
  const { today } = useClock();
  return day ?? (onToday ? today : undefined);
}

"use client";
// Below an answer: undo of all it did, another try, and what it was made with.
import { RotateCcw } from "lucide-react";
import type { JSX } from "react";
import { Button } from "@/components/ui/button";
import { useTexts } from "@/lib/texts/texts-provider";
import { type AnswerDetails, BUILT_IN } from "./contract";
import { UndoButton } from "./tool-card";

interface AnswerFooterProps {
  details: AnswerDetails;
  /** The change group of the answer as a whole, when its cards don't offer their own undo. */
  undo: string | null;
  undone: boolean;
  /** Undefined where it is not offered, null while it can't be done. */
  onRetry: (() => void) | null | undefined;
}

export function AnswerFooter({ details, undo, undone, onRetry }: AnswerFooterProps): JSX.Element | null {
  const { t } = useTexts();
  const made = useMadeWith(details);
  if (undo === null && onRetry === undefined && made === null) return null;
  return (
    <div className="-mt-1 flex min-h-7 items-center gap-1 text-xs text-ink-faint">
      {made !== null && <span className="mr-auto">{made}</span>}
      {undo !== null && <UndoButton group={undo} undone={undone} label={t("chat.undoAll")} />}
      {onRetry !== undefined && (
        <Button
          variant="quiet"
          size="icon"
          aria-label={t("chat.tryAgain")}
          title={t("chat.tryAgain")}
          disabled={onRetry === null}
          onClick={onRetry ?? undefined}
          className="ml-auto size-7 text-ink-faint [&_svg]:size-3.5"
        >
          <RotateCcw />
        </Button>
      )}
    </div>
  );
}

/** The model and what the answer cost; nothing of the built-in assistant, which costs nothing. */
function useMadeWith({ model, usage }: AnswerDetails): string | null {
  const { t } = useTexts();
  if (model == null || model === BUILT_IN) return null;
  const tokens = (usage?.input_tokens ?? 0) + (usage?.output_tokens ?? 0);
  return tokens === 0 ? model : t("chat.madeWith", { model, count: tokens });
}

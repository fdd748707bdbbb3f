"use client";
// Adding a task by one line of text, with a preview of what it means.
import { type SubmitEvent, type JSX, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { FormError } from "@/features/accounts/form-error";
import { useMe } from "@/features/accounts/queries";
import { describeError } from "@/lib/api/problem";
import { useEarlyText } from "@/lib/use-early-text";
import { uuidv7 } from "@/lib/uuid";
import { useTexts } from "@/lib/texts/texts-provider";
import { useQuickAdd } from "./actions";
import { useQuickAddPreview } from "./queries";
import { QuickAddChips } from "./quick-add-chips";
import { QuickAddInput } from "./quick-add-input";
import { fittingSpans } from "./quick-add-spans";

interface QuickAddDialogProps {
  projectId: string | undefined;
  /** What was typed while this dialog was on its way. */
  typedBefore?: () => string;
  onClose: () => void;
}

export function QuickAddDialog({ projectId, typedBefore = () => "", onClose }: QuickAddDialogProps): JSX.Element {
  const { t } = useTexts();
  return (
    <Dialog onClose={onClose} title={t("tasks.quickAdd")} titleHidden width="wide">
      <QuickAddForm projectId={projectId} typedBefore={typedBefore} onDone={onClose} />
    </Dialog>
  );
}

interface QuickAddFormProps extends Required<Omit<QuickAddDialogProps, "onClose">> {
  onDone: () => void;
}

function QuickAddForm({ projectId, typedBefore, onDone }: QuickAddFormProps): JSX.Element {
  const texts = useTexts();
  const { t } = texts;
  const { inbox_project_id: inboxId } = useMe();
  const [text, setText] = useEarlyText(typedBefore);
  const [id] = useState(uuidv7);
  const preview = useQuickAddPreview(text);
  const add = useQuickAdd();
  const chipsId = useId();
  const empty = text.trim() === "";
  const spans = empty ? [] : fittingSpans(text, preview.data?.spans ?? []);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (!empty && !add.isPending) add.mutate({ id, text, projectId: projectId ?? inboxId }, { onSuccess: onDone });
  };
  return (
    <form onSubmit={submit}>
      <div className="flex flex-col gap-3 px-6 pt-6 pb-5">
        <QuickAddInput value={text} spans={spans} describedBy={chipsId} onChange={setText} />
        <QuickAddChips
          id={chipsId}
          preview={empty ? undefined : preview.data}
          spans={spans}
          projectId={projectId ?? inboxId}
        />
        <FormError message={add.error ? describeError(add.error, texts) : undefined} />
      </div>
      <footer className="flex items-center justify-end gap-2 border-t border-line px-6 py-3">
        <span className="mr-auto text-sm text-ink-faint max-sm:hidden">
          <Kbd>Esc</Kbd> {t("common.cancel")}
        </span>
        <Button variant="quiet" onClick={onDone} className="sm:hidden">
          {t("common.cancel")}
        </Button>
        <Button type="submit" variant="primary" disabled={empty || add.isPending}>
          {t("tasks.quickAddSubmit")}
        </Button>
      </footer>
    </form>
  );
}

"use client";
// Adding a task by one line of text, with a preview of what it means.
import { type SubmitEvent, type JSX, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { FormError } from "@/features/accounts/form-error";
import { useMe } from "@/features/accounts/queries";
import { describeError } from "@/lib/api/problem";
import { uuidv7 } from "@/lib/uuid";
import { useQuickAdd } from "./actions";
import { useQuickAddPreview } from "./queries";
import { QuickAddChips } from "./quick-add-chips";
import { QuickAddInput } from "./quick-add-input";
import { fittingSpans } from "./quick-add-spans";
import { texts } from "./texts";

interface QuickAddDialogProps {
  projectId: string | undefined;
  onClose: () => void;
}

export function QuickAddDialog({ projectId, onClose }: QuickAddDialogProps): JSX.Element {
  return (
    <Dialog open onOpenChange={onClose} title={texts.quickAdd} titleHidden className="sm:max-w-xl">
      <QuickAddForm projectId={projectId} onDone={onClose} />
    </Dialog>
  );
}

function QuickAddForm({ projectId, onDone }: { projectId: string | undefined; onDone: () => void }): JSX.Element {
  const { inbox_project_id: inboxId } = useMe();
  const [text, setText] = useState("");
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
        <FormError message={add.error ? describeError(add.error) : undefined} />
      </div>
      <footer className="flex items-center justify-end gap-2 border-t border-line px-6 py-3">
        <span className="mr-auto text-sm text-ink-faint max-sm:hidden">
          <Kbd>Esc</Kbd> {texts.cancel}
        </span>
        <Button variant="quiet" onClick={onDone} className="sm:hidden">
          {texts.cancel}
        </Button>
        <Button type="submit" variant="primary" disabled={empty || add.isPending}>
          {texts.quickAddSubmit}
        </Button>
      </footer>
    </form>
  );
}

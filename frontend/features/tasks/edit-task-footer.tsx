// The buttons below the edit form; when leaving would lose something, the question whether to.
import { Trash2 } from "lucide-react";
import type { JSX } from "react";
import { Button } from "@/components/ui/button";
import { useTexts } from "@/lib/texts/texts-provider";

interface EditTaskFooterProps {
  asking: boolean;
  disabled: boolean;
  onRemove: () => void;
  onCancel: () => void;
  onDiscard: () => void;
  onKeep: () => void;
}

export function EditTaskFooter(props: EditTaskFooterProps): JSX.Element {
  return (
    <footer className="mt-5 flex items-center justify-end gap-2 border-t border-line px-6 py-3">
      {props.asking ? <Question {...props} /> : <Buttons {...props} />}
    </footer>
  );
}

function Buttons({ disabled, onRemove, onCancel }: EditTaskFooterProps): JSX.Element {
  const { t } = useTexts();
  return (
    <>
      <Button variant="quiet" className="mr-auto -ml-2.5 px-2.5" onClick={onRemove}>
        <Trash2 aria-hidden className="size-4" />
        {t("tasks.remove")}
      </Button>
      <Button variant="quiet" onClick={onCancel}>
        {t("common.cancel")}
      </Button>
      <Button type="submit" variant="primary" disabled={disabled}>
        {t("common.save")}
      </Button>
    </>
  );
}

function Question({ onDiscard, onKeep }: EditTaskFooterProps): JSX.Element {
  const { t } = useTexts();
  return (
    <>
      <p role="alert" className="mr-auto text-sm">
        {t("tasks.unsaved")}
      </p>
      <Button variant="quiet" onClick={onDiscard} className="text-danger hover:text-danger">
        {t("tasks.discard")}
      </Button>
      <Button variant="primary" onClick={onKeep}>
        {t("tasks.keepEditing")}
      </Button>
    </>
  );
}

// The buttons below quick add.
import type { JSX } from "react";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { useTexts } from "@/lib/texts/texts-provider";

interface QuickAddFooterProps {
  label: string;
  disabled: boolean;
  onCancel: () => void;
}

export function QuickAddFooter({ label, disabled, onCancel }: QuickAddFooterProps): JSX.Element {
  const { t } = useTexts();
  return (
    <footer className="flex items-center justify-end gap-2 border-t border-line px-6 py-3">
      {/* A key is of no use to a finger, which gets a button. */}
      <span className="mr-auto text-sm text-ink-faint for-keys">
        <Kbd>Esc</Kbd> {t("common.cancel")}
      </span>
      <Button variant="quiet" onClick={onCancel} className="for-fingers">
        {t("common.cancel")}
      </Button>
      <Button type="submit" variant="primary" disabled={disabled}>
        {label}
      </Button>
    </footer>
  );
}

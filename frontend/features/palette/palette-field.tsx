"use client";
// The field of the palette. It keeps the focus and tells screen readers which line of the list is meant.
import { Search, X } from "lucide-react";
import type { JSX } from "react";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import type { Combobox } from "@/components/ui/use-combobox";
import { useTexts } from "@/lib/texts/texts-provider";

interface PaletteFieldProps {
  text: string;
  box: Combobox;
  onType: (text: string) => void;
  onClose: () => void;
}

export function PaletteField({ text, box, onType, onClose }: PaletteFieldProps): JSX.Element {
  const { t } = useTexts();
  return (
    <div className="flex items-center gap-3 border-b border-line px-5">
      <Search aria-hidden className="size-4.5 shrink-0 text-ink-faint" />
      <input
        {...box.field}
        aria-label={t("palette.input")}
        placeholder={t("palette.placeholder")}
        value={text}
        onChange={(event) => onType(event.target.value)}
        maxLength={200}
        className="h-13 w-full bg-transparent text-lg outline-none"
      />
      <Kbd className="for-keys">Esc</Kbd>
      {/* For fingers, which have no such key; on a phone there is nothing beside it to press either. */}
      <Button
        variant="quiet"
        size="icon"
        aria-label={t("common.close")}
        onClick={onClose}
        className="-mr-2 for-fingers"
      >
        <X />
      </Button>
    </div>
  );
}

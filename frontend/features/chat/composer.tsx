"use client";
// Where one writes to the assistant.
import { ArrowUp, Square } from "lucide-react";
import { type JSX, type KeyboardEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/lib/class-names";
import { deedOf } from "@/lib/keys";
import { WRITING } from "@/lib/keys-of-parts";
import { useTexts } from "@/lib/texts/texts-provider";

interface ComposerProps {
  running: boolean;
  disabled: boolean;
  focusAtFirst: boolean;
  onSend: (message: string) => void;
  onStop: () => void;
}

export function Composer({ running, disabled, focusAtFirst, onSend, onStop }: ComposerProps): JSX.Element {
  const { t } = useTexts();
  const [text, setText] = useState("");
  const ready = text.trim() !== "" && !running && !disabled;
  const send = (): void => {
    if (!ready) return;
    onSend(text.trim());
    setText("");
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const deed = deedOf(WRITING, event);
    if ((deed !== "send" && deed !== "save") || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  return (
    <div className="px-5 pt-2 pb-4">
      <div
        className={cn(
          "flex items-end gap-1.5 rounded-lg border border-line-strong bg-raised p-1.5 shadow-raised transition-colors",
          "focus-within:border-accent",
        )}
      >
        <textarea
          data-chat-composer
          // The panel was opened to write in it.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus={focusAtFirst}
          aria-label={t("chat.composer")}
          placeholder={t("chat.placeholder")}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
          maxLength={4000}
          rows={1}
          className="max-h-40 min-h-8 flex-1 resize-none bg-transparent px-2 py-1 pointer-coarse:min-h-11 pointer-coarse:py-2.5 outline-none [field-sizing:content]"
        />
        {running ? (
          <Button size="icon" aria-label={t("chat.stop")} title={t("chat.stop")} onClick={onStop}>
            <Square className="size-3! fill-current" />
          </Button>
        ) : (
          <Button size="icon" variant="primary" aria-label={t("chat.send")} title={t("chat.send")} disabled={!ready} onClick={send}>
            <ArrowUp />
          </Button>
        )}
      </div>
    </div>
  );
}

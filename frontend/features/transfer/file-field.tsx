// Where a file is chosen, or let fall: the browser's own field, which takes both, lies unseen over the whole place.
import { FileUp } from "lucide-react";
import { type JSX, useEffect, useEffectEvent, useId, useRef, useState } from "react";
import { cn } from "@/lib/class-names";
import { useTexts } from "@/lib/texts/texts-provider";

const ACCEPTED = ".json,.csv,.txt,.ics,application/json,text/csv,text/calendar";

export function FileField({ onFile }: { onFile: (file: File) => void }): JSX.Element {
  const { t } = useTexts();
  const id = useId();
  const [over, setOver] = useState(false);
  const take = (input: HTMLInputElement): void => {
    setOver(false);
    const file = input.files?.item(0);
    if (file) onFile(file);
    // The same file may be chosen again, once it is corrected.
    input.value = "";
  };
  // The server's page can be used before it is alive here: what was chosen by then counts too.
  const field = useRef<HTMLInputElement>(null);
  const takeWhatIsThere = useEffectEvent(() => field.current && take(field.current));
  useEffect(() => {
    takeWhatIsThere();
  }, []);
  return (
    <div>
      <div className="relative">
        <input
          ref={field}
          id={id}
          type="file"
          accept={ACCEPTED}
          aria-describedby={`${id}-hint`}
          className="peer absolute inset-0 cursor-pointer opacity-0"
          onDragEnter={() => setOver(true)}
          onDragLeave={() => setOver(false)}
          onDrop={() => setOver(false)}
          onChange={({ currentTarget }) => take(currentTarget)}
        />
        <label
          htmlFor={id}
          className={cn(
            "flex min-h-24 flex-col items-center justify-center gap-2 rounded-md border border-dashed border-line-strong p-4 text-center transition-colors",
            "peer-hover:bg-hover peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent",
            over && "border-accent bg-accent-soft",
          )}
        >
          <FileUp aria-hidden className="size-5 text-ink-faint" />
          {t("transfer.choose")}
        </label>
      </div>
      <p id={`${id}-hint`} className="mt-1.5 text-sm text-ink-faint">
        {t("transfer.formats")}
      </p>
    </div>
  );
}

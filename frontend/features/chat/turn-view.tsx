// The turn under way, or the last one: what was said, the tools at work, the answer as it comes.
import { LoaderCircle } from "lucide-react";
import type { JSX } from "react";
import { Button } from "@/components/ui/button";
import { Answer, Said } from "./message";
import { texts } from "./texts";
import type { Turn } from "./turn";

interface TurnViewProps {
  turn: Turn;
  undone: ReadonlySet<string>;
  onRetry: () => void;
}

export function TurnView({ turn, undone, onRetry }: TurnViewProps): JSX.Element {
  const silent = turn.text === "" && turn.cards.length === 0 && turn.calls.length === 0;
  return (
    <>
      <Said text={turn.said} />
      {!silent && <Answer text={turn.text} cards={turn.cards} undone={undone} />}
      {turn.calls.map((call) => (
        <AtWork key={call.id} label={texts.running[call.name] ?? texts.runningOther} />
      ))}
      {silent && turn.status === "running" && <AtWork label={texts.thinking} />}
      {turn.status === "stopped" && <p className="text-sm text-ink-faint">{texts.stopped}</p>}
      {turn.status === "failed" && (
        <div role="alert" className="flex flex-col items-start gap-2.5 rounded-md bg-danger-soft px-3.5 py-3 text-sm">
          <p className="text-danger">{turn.problem?.detail}</p>
          <Button size="small" onClick={onRetry}>
            {texts.retry}
          </Button>
        </div>
      )}
    </>
  );
}

function AtWork({ label }: { label: string }): JSX.Element {
  return (
    <p className="flex animate-late items-center gap-2 text-sm text-ink-faint">
      <LoaderCircle aria-hidden className="size-4 animate-spin-calm" />
      {label}…
    </p>
  );
}

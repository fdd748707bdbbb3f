// The turn under way, or the last one: what was said, the tools at work, the answer as it comes.
import { LoaderCircle } from "lucide-react";
import type { JSX } from "react";
import { Button } from "@/components/ui/button";
import { describeProblem } from "@/lib/api/problem";
import { useTexts } from "@/lib/texts/texts-provider";
import { Answer, Said } from "./message";
import type { Turn } from "./turn";

interface TurnViewProps {
  turn: Turn;
  undone: ReadonlySet<string>;
  onRetry: () => void;
}

export function TurnView({ turn, undone, onRetry }: TurnViewProps): JSX.Element {
  const texts = useTexts();
  const { t } = texts;
  const silent = turn.text === "" && turn.cards.length === 0 && turn.calls.length === 0;
  return (
    <>
      <Said text={turn.said} />
      {!silent && <Answer text={turn.text} cards={turn.cards} undone={undone} />}
      {turn.calls.map((call) => (
        <AtWork key={call.id} label={t(runningKey(call.name))} />
      ))}
      {silent && turn.status === "running" && <AtWork label={t("chat.thinking")} />}
      {turn.status === "stopped" && <p className="text-sm text-ink-faint">{t("chat.stopped")}</p>}
      {turn.status === "failed" && (
        <div role="alert" className="flex flex-col items-start gap-2.5 rounded-md bg-danger-soft px-3.5 py-3 text-sm">
          <p className="text-danger">{turn.problem !== null && describeProblem(turn.problem, texts)}</p>
          <Button size="small" onClick={onRetry}>
            {t("common.retry")}
          </Button>
        </div>
      )}
    </>
  );
}

const TOOLS = ["add_tasks", "find_tasks", "complete_tasks", "undo"] as const;

function runningKey(tool: string): `chat.running.${(typeof TOOLS)[number] | "other"}` {
  return `chat.running.${TOOLS.find((known) => known === tool) ?? "other"}`;
}

function AtWork({ label }: { label: string }): JSX.Element {
  return (
    <p className="flex animate-late items-center gap-2 text-sm text-ink-faint">
      <LoaderCircle aria-hidden className="size-4 animate-spin-calm" />
      {label}
    </p>
  );
}

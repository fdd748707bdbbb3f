// The turn under way, or the last one: what was said, the tools at work, the answer as it comes.
import { Info, LoaderCircle } from "lucide-react";
import type { JSX } from "react";
import { Button } from "@/components/ui/button";
import { describeProblem } from "@/lib/api/problem";
import { useTexts } from "@/lib/texts/texts-provider";
import type { Approval, Notice } from "./contract";
import { Answer, Said } from "./message";
import { runningKey } from "./tools";
import type { Turn } from "./turn";

interface TurnViewProps {
  turn: Turn;
  undone: ReadonlySet<string>;
  onDecide: (approval: Approval, approve: boolean) => void;
  onRetry: () => void;
}

export function TurnView({ turn, undone, onDecide, onRetry }: TurnViewProps): JSX.Element {
  const { t } = useTexts();
  const running = turn.status === "running";
  const empty = turn.text === "" && turn.cards.length === 0 && turn.approval === null;
  const silent = empty && turn.calls.length === 0;
  const { approval, model, usage, changeGroup: change_group } = turn;
  return (
    <>
      {turn.said !== null && <Said text={turn.said} />}
      {turn.notice !== null && <NoticeLine notice={turn.notice} />}
      {!empty && (
        <Answer
          text={turn.text}
          cards={turn.cards}
          undone={undone}
          details={{ approval, model, usage, change_group }}
          onDecide={running ? null : onDecide}
          onRetry={turn.status === "done" && approval === null ? onRetry : undefined}
        />
      )}
      {turn.calls.map((call) => (
        <AtWork key={call.id} label={t(runningKey(call.name))} />
      ))}
      {silent && running && <AtWork label={t("chat.thinking")} />}
      {turn.status === "stopped" && <Stopped onRetry={onRetry} />}
      {turn.status === "failed" && <Failed turn={turn} onRetry={onRetry} />}
    </>
  );
}

function Stopped({ onRetry }: { onRetry: () => void }): JSX.Element {
  const { t } = useTexts();
  return (
    <div className="flex items-center gap-2 text-sm text-ink-faint">
      <p className="flex-1">{t("chat.stopped")}</p>
      <Button size="small" variant="quiet" onClick={onRetry}>
        {t("chat.tryAgain")}
      </Button>
    </div>
  );
}

function Failed({ turn, onRetry }: { turn: Turn; onRetry: () => void }): JSX.Element {
  const texts = useTexts();
  return (
    <div role="alert" className="flex flex-col items-start gap-2.5 rounded-md bg-danger-soft px-3.5 py-3 text-sm">
      <p className="text-danger">{turn.problem !== null && describeProblem(turn.problem, texts)}</p>
      <Button size="small" onClick={onRetry}>
        {texts.t("common.retry")}
      </Button>
    </div>
  );
}

function NoticeLine({ notice }: { notice: Notice }): JSX.Element {
  const { t } = useTexts();
  const kind = NOTICES.find((known) => known === notice.kind);
  return (
    <p role="status" className="flex gap-2 rounded-md bg-sunken px-3 py-2 text-sm text-ink-soft">
      <Info aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-faint" />
      <span>{kind === undefined ? notice.detail : `${t(`chat.notice.${kind}`)} ${t("chat.notice.instead")}`}</span>
    </p>
  );
}

const NOTICES = [
  "model-unavailable",
  "model-slow",
  "model-refused-key",
  "model-quota",
  "model-nonsense",
  "model-steps",
  "budget",
] as const;

function AtWork({ label }: { label: string }): JSX.Element {
  return (
    <p className="flex animate-late items-center gap-2 text-sm text-ink-faint">
      <LoaderCircle aria-hidden className="size-4 animate-spin-calm" />
      {label}
    </p>
  );
}

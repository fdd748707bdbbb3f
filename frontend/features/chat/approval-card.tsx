"use client";
// What the assistant asks before it does it: exactly these tasks, and yes or no.
import { ShieldQuestion } from "lucide-react";
import type { JSX } from "react";
import { Button } from "@/components/ui/button";
import { useTexts } from "@/lib/texts/texts-provider";
import type { Approval } from "./contract";
import { CardTask } from "./tool-card";

interface ApprovalCardProps {
  approval: Approval;
  disabled: boolean;
  onDecide: (approve: boolean) => void;
}

export function ApprovalCard({ approval, disabled, onDecide }: ApprovalCardProps): JSX.Element {
  const { t } = useTexts();
  return (
    <section
      aria-label={approval.title}
      className="animate-rise overflow-hidden rounded-lg border border-line-strong bg-raised shadow-raised"
    >
      <header className="flex min-h-10 items-center gap-2 py-2 pr-3 pl-3 text-sm">
        <ShieldQuestion aria-hidden className="size-4 shrink-0 text-accent" />
        <h3 className="min-w-0 flex-1 font-medium">{approval.title}</h3>
      </header>
      {approval.tasks.length > 0 && (
        // A list that scrolls has to be reached with the keyboard.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <ul tabIndex={0} aria-label={t("chat.approval.tasks")} className="max-h-64 overflow-y-auto border-t border-line py-1.5">
          {approval.tasks.map((task) => (
            <CardTask key={task.id} task={task} struck={false} />
          ))}
        </ul>
      )}
      <footer className="flex items-center justify-end gap-2 border-t border-line px-3 py-2">
        {approval.status === "pending" ? (
          <>
            <Button size="small" variant="quiet" disabled={disabled} onClick={() => onDecide(false)}>
              {t("chat.approval.reject")}
            </Button>
            <Button size="small" variant="primary" disabled={disabled} onClick={() => onDecide(true)}>
              {t("chat.approval.approve")}
            </Button>
          </>
        ) : (
          <span role="status" className="text-sm text-ink-faint">
            {t(`chat.approval.${approval.status}`)}
          </span>
        )}
      </footer>
    </section>
  );
}

"use client";
// The devices on which somebody is signed in.
import { MonitorSmartphone } from "lucide-react";
import type { JSX } from "react";
import { Button } from "@/components/ui/button";
import { LoadError } from "@/components/ui/load-error";
import { Skeleton } from "@/components/ui/skeleton";
import { useTexts } from "@/lib/texts/texts-provider";
import type { Session } from "@/lib/api/types";
import { useEndSession, useSessions } from "./access";
import { deviceName } from "./device";
import { useDayOf } from "./moments";

export function SessionsList(): JSX.Element {
  const { t } = useTexts();
  const sessions = useSessions();
  const end = useEndSession();
  if (sessions.isPending) return <Skeleton className="h-14 rounded-md" />;
  if (sessions.error !== null) {
    return <LoadError title={t("access.sessionsFailed")} error={sessions.error} onRetry={() => void sessions.refetch()} />;
  }
  const others = sessions.data.filter((session) => !session.current);
  return (
    <>
      <ul aria-label={t("access.sessionsTitle")} className="flex flex-col">
        {sessions.data.map((session) => (
          <SessionRow key={session.id} session={session} disabled={end.isPending} onEnd={() => end.mutate(session.id)} />
        ))}
      </ul>
      {others.length > 1 && (
        <Button className="mt-3" disabled={end.isPending} onClick={() => end.mutate(null)}>
          {t("access.endOthers")}
        </Button>
      )}
    </>
  );
}

interface SessionRowProps {
  session: Session;
  disabled: boolean;
  onEnd: () => void;
}

function SessionRow({ session, disabled, onEnd }: SessionRowProps): JSX.Element {
  const { t } = useTexts();
  const dayOf = useDayOf();
  const name = deviceName(session.user_agent) ?? t("access.unknownDevice");
  return (
    <li className="flex min-h-14 items-center gap-3 border-b border-line py-2 last:border-b-0">
      <MonitorSmartphone aria-hidden className="size-5 shrink-0 text-ink-faint" />
      <span className="min-w-0 flex-1">
        <span className="block truncate">{name}</span>
        <span className="block text-sm text-ink-faint">
          {session.current
            ? t("access.thisDevice")
            : t("access.lastUsed", { day: dayOf(session.last_used_at ?? session.created_at) })}
        </span>
      </span>
      {!session.current && (
        <Button size="small" aria-label={t("access.endSession", { name })} disabled={disabled} onClick={onEnd}>
          {t("accounts.signOut")}
        </Button>
      )}
    </li>
  );
}

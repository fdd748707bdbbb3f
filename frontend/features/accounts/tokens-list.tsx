"use client";
// Programs that may act for somebody: those they gave a token, and those they let in.
import { KeyRound, Plug } from "lucide-react";
import { type JSX, useState } from "react";
import { Button } from "@/components/ui/button";
import { LoadError } from "@/components/ui/load-error";
import { Skeleton } from "@/components/ui/skeleton";
import { useTexts } from "@/lib/texts/texts-provider";
import type { AccessToken } from "@/lib/api/types";
import { useRevokeToken, useTokens } from "./access";
import { useDayOf } from "./moments";
import { NewTokenForm } from "./new-token-form";

export function TokensList(): JSX.Element {
  const { t } = useTexts();
  const tokens = useTokens();
  if (tokens.isPending) return <Skeleton className="h-14 rounded-md" />;
  if (tokens.error !== null) {
    return <LoadError title={t("access.tokensFailed")} error={tokens.error} onRetry={() => void tokens.refetch()} />;
  }
  const own = tokens.data.filter(({ client }) => client === null);
  return (
    <>
      <Rows label={t("access.tokensTitle")} tokens={own} none={t("access.noTokens")} />
      <NewTokenForm />
    </>
  );
}

export function ConnectedApps(): JSX.Element {
  const { t } = useTexts();
  const tokens = useTokens();
  if (tokens.data === undefined) return <Skeleton className="h-14 rounded-md" />;
  const apps = tokens.data.filter(({ client }) => client !== null);
  return <Rows label={t("access.appsTitle")} tokens={apps} none={t("access.noApps")} />;
}

interface RowsProps {
  label: string;
  tokens: readonly AccessToken[];
  none: string;
}

function Rows({ label, tokens, none }: RowsProps): JSX.Element {
  if (tokens.length === 0) return <p className="text-sm text-ink-faint">{none}</p>;
  return (
    <ul aria-label={label} className="flex flex-col">
      {tokens.map((token) => (
        <TokenRow key={token.id} token={token} />
      ))}
    </ul>
  );
}

function TokenRow({ token }: { token: AccessToken }): JSX.Element {
  const { t } = useTexts();
  const dayOf = useDayOf();
  const revoke = useRevokeToken();
  const [asking, setAsking] = useState(false);
  const Icon = token.client === null ? KeyRound : Plug;
  const name = token.client ?? token.name;
  const facts = [
    token.scopes.includes("write") ? t("access.scope.write") : t("access.scope.read"),
    token.last_used_at === null ? t("access.neverUsed") : t("access.lastUsed", { day: dayOf(token.last_used_at) }),
    token.expires_at === null ? null : t("access.expires", { day: dayOf(token.expires_at) }),
  ];
  return (
    <li className="flex min-h-14 items-center gap-3 border-b border-line py-2 last:border-b-0">
      <Icon aria-hidden className="size-5 shrink-0 text-ink-faint" />
      <span className="min-w-0 flex-1">
        <span className="block truncate">{name}</span>
        <span className="block text-sm text-ink-faint">{facts.filter((fact) => fact !== null).join(" · ")}</span>
      </span>
      {asking ? (
        <>
          <Button size="small" variant="quiet" onClick={() => setAsking(false)}>
            {t("common.cancel")}
          </Button>
          <Button
            // The button that asked for it is gone.
            // eslint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            size="small"
            className="text-danger"
            disabled={revoke.isPending}
            onClick={() => revoke.mutate(token.id)}
          >
            {t("access.revokeSure")}
          </Button>
        </>
      ) : (
        <Button size="small" aria-label={t("access.revokeOf", { name })} onClick={() => setAsking(true)}>
          {t("access.revoke")}
        </Button>
      )}
    </li>
  );
}

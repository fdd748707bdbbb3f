"use client";
// A program asks for access: what it may do, where the answer goes, and yes or no.
import { Eye, type LucideIcon, PenLine } from "lucide-react";
import { type JSX, type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { FormError } from "@/features/accounts/form-error";
import { api, read } from "@/lib/api/client";
import { describeError } from "@/lib/api/problem";
import type { ConsentRequest } from "@/lib/api/types";
import { cn } from "@/lib/class-names";
import { openPage } from "@/lib/open-page";
import { useTexts } from "@/lib/texts/texts-provider";

type Scope = ConsentRequest["scopes"][number];

export function ConsentForm({ asked }: { asked: ConsentRequest }): JSX.Element {
  const texts = useTexts();
  const { t } = texts;
  const asksToWrite = asked.scopes.includes("write");
  const [mayWrite, setMayWrite] = useState(asksToWrite);
  const { decide, busy, error } = useDecision(asked.id);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        decide(true, mayWrite ? ["read", "write"] : ["read"]);
      }}
      className="flex flex-col gap-5"
    >
      <FormError message={error === null ? undefined : describeError(error, texts)} />
      <div className="rounded-lg border border-line bg-raised shadow-raised">
        <ul className="flex flex-col gap-3 p-4">
          <Right icon={Eye}>{t("consent.read")}</Right>
          {asksToWrite && (
            <Right icon={PenLine} withheld={!mayWrite}>
              {t("consent.write")}
            </Right>
          )}
        </ul>
        {asksToWrite && (
          <label className="flex min-h-11 items-center gap-3 border-t border-line px-4 py-2.5 text-sm">
            <input
              type="checkbox"
              checked={!mayWrite}
              onChange={(event) => setMayWrite(!event.target.checked)}
              className="mx-0.5 size-4"
            />
            {t("consent.readOnly")}
          </label>
        )}
      </div>
      <p className="text-sm break-words text-ink-faint">{t("consent.where", { host: asked.redirect_host })}</p>
      <div className="flex flex-col gap-2.5">
        <Button type="submit" variant="primary" size="large" disabled={busy}>
          {t("consent.allow")}
        </Button>
        <Button size="large" disabled={busy} onClick={() => decide(false, [])}>
          {t("consent.deny")}
        </Button>
      </div>
      <p className="text-sm text-ink-faint">{t("consent.revoke")}</p>
    </form>
  );
}

interface RightProps {
  icon: LucideIcon;
  /** Asked for, but not to be given. */
  withheld?: boolean;
  children: ReactNode;
}

function Right({ icon: Icon, withheld = false, children }: RightProps): JSX.Element {
  return (
    <li className={cn("flex gap-3", withheld && "text-ink-faint line-through")}>
      <Icon aria-hidden className={cn("mt-0.5 size-5 shrink-0 stroke-[1.75]", !withheld && "text-accent")} />
      {children}
    </li>
  );
}

interface Decision {
  decide: (approve: boolean, scopes: Scope[]) => void;
  /** Stays so after a success: the page is being left. */
  busy: boolean;
  error: Error | null;
}

function useDecision(id: string): Decision {
  const [state, setState] = useState<{ busy: boolean; error: Error | null }>({ busy: false, error: null });
  const decide = async (approve: boolean, scopes: Scope[]): Promise<void> => {
    setState({ busy: true, error: null });
    try {
      const params = { path: { request_id: id } };
      const answer = await read(api.POST("/api/oauth/requests/{request_id}", { params, body: { approve, scopes } }));
      openPage(answer.redirect_to);
    } catch (error) {
      setState({ busy: false, error: error instanceof Error ? error : new Error(String(error)) });
    }
  };
  return { ...state, decide: (approve, scopes) => void decide(approve, scopes) };
}

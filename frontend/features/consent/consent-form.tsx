"use client";
// A program asks for access: what it may do, where the answer goes, and yes or no.
import { type JSX, useState } from "react";
import { Button } from "@/components/ui/button";
import { FormError } from "@/features/accounts/form-error";
import { api, read } from "@/lib/api/client";
import { describeError } from "@/lib/api/problem";
import type { ConsentRequest } from "@/lib/api/types";
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
      <ul className="flex list-disc flex-col gap-1.5 pl-5">
        <li>{t("consent.read")}</li>
        {asksToWrite && <li className={mayWrite ? undefined : "line-through"}>{t("consent.write")}</li>}
      </ul>
      {asksToWrite && (
        <label className="flex items-center gap-2.5 text-sm">
          <input type="checkbox" checked={!mayWrite} onChange={(event) => setMayWrite(!event.target.checked)} />
          {t("consent.readOnly")}
        </label>
      )}
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

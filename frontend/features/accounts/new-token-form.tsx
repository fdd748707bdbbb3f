"use client";
// Making an access token. It is shown this once.
import { Copy, Plus } from "lucide-react";
import { type JSX, type SubmitEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { NativeSelectField, TextField } from "@/components/ui/field";
import { useToasts } from "@/components/ui/toasts";
import { describeError } from "@/lib/api/problem";
import { useTexts } from "@/lib/texts/texts-provider";
import { useCreateToken } from "./access";
import { FormError } from "./form-error";
import { textOf } from "./sign-in-form";

const LIFETIMES = ["30", "90", "365", "never"] as const;

export function NewTokenForm(): JSX.Element {
  const texts = useTexts();
  const { t } = texts;
  const create = useCreateToken();
  const [open, setOpen] = useState(false);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const lifetime = textOf(form, "lifetime");
    create.mutate(
      {
        name: textOf(form, "name").trim(),
        scopes: textOf(form, "scope") === "write" ? ["read", "write"] : ["read"],
        expires_in_days: lifetime === "never" ? null : Number(lifetime),
      },
      { onSuccess: () => setOpen(false) },
    );
  };
  return (
    <div className="mt-4 flex flex-col gap-4">
      {create.data !== undefined && <MadeToken token={create.data.token} />}
      {open ? (
        <form onSubmit={submit} className="flex flex-col gap-4 rounded-lg border border-line p-4">
          <FormError message={create.error ? describeError(create.error, texts) : undefined} />
          <TextField label={t("access.tokenName")} name="name" hint={t("access.tokenNameHint")} maxLength={100} required />
          <NativeSelectField label={t("access.tokenScope")} name="scope" defaultValue="read">
            <option value="read">{t("access.scope.read")}</option>
            <option value="write">{t("access.scope.write")}</option>
          </NativeSelectField>
          <NativeSelectField label={t("access.tokenLifetime")} name="lifetime" defaultValue="90">
            {LIFETIMES.map((days) => (
              <option key={days} value={days}>
                {days === "never" ? t("access.lifetimeNever") : t("access.lifetime", { count: Number(days) })}
              </option>
            ))}
          </NativeSelectField>
          <div className="flex gap-2">
            <Button type="submit" variant="primary" disabled={create.isPending}>
              {t("access.createToken")}
            </Button>
            <Button variant="quiet" onClick={() => setOpen(false)}>
              {t("common.cancel")}
            </Button>
          </div>
        </form>
      ) : (
        <Button className="self-start" onClick={() => setOpen(true)}>
          <Plus aria-hidden className="size-4" />
          {t("access.newToken")}
        </Button>
      )}
    </div>
  );
}

function MadeToken({ token }: { token: string }): JSX.Element {
  const { t } = useTexts();
  const toasts = useToasts();
  const copy = (): void =>
    void navigator.clipboard.writeText(token).then(
      () => toasts.show({ title: t("access.copied") }),
      () => toasts.show({ title: t("access.copyFailed"), tone: "danger" }),
    );
  return (
    <div role="status" className="rounded-lg bg-accent-soft p-4">
      <p className="text-sm">{t("access.tokenOnce")}</p>
      <div className="mt-2 flex items-center gap-2">
        <code className="min-w-0 flex-1 rounded-sm bg-raised px-2 py-1 font-mono text-sm break-all select-all">{token}</code>
        <Button size="icon" aria-label={t("access.copy")} title={t("access.copy")} onClick={copy}>
          <Copy className="size-4!" />
        </Button>
      </div>
    </div>
  );
}

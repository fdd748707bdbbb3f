"use client";
// Stands over the page when the session has ended. Signing in right here keeps whatever was being typed.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { SubmitEvent, JSX } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import { PasswordField } from "@/components/ui/password-field";
import { Spinner } from "@/components/ui/spinner";
import type { User } from "@/lib/api/types";
import { openPage } from "@/lib/open-page";
import { useTexts } from "@/lib/texts/texts-provider";
import { signIn } from "./session";
import { FormError } from "./form-error";
import { describeSignInError, textOf } from "./sign-in-form";

export function SessionExpiredDialog({ onSignedIn }: { onSignedIn: () => void }): JSX.Element {
  const texts = useTexts();
  const { t } = texts;
  const client = useQueryClient();
  const email = client.getQueryData<User>(["me"])?.email ?? "";
  const attempt = useMutation({
    mutationFn: signIn,
    onSuccess: () => {
      onSignedIn();
      // Not the chat's messages: a turn that is on screen would come back a second time.
      return client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "messages" });
    },
  });
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    attempt.mutate({ email, password: textOf(new FormData(event.currentTarget), "password") });
  };
  return (
    <Dialog onClose={() => undefined} title={t("accounts.expiredTitle")} titleHidden width="narrow">
      <form onSubmit={submit} className="flex flex-col gap-5 p-6">
        <div>
          <p aria-hidden className="text-lg font-semibold">
            {t("accounts.expiredTitle")}
          </p>
          <p className="mt-1 text-sm text-ink-faint">{t("accounts.expiredLead")}</p>
        </div>
        <FormError message={attempt.error ? describeSignInError(attempt.error, texts) : undefined} />
        <TextField label={t("accounts.email")} value={email} autoComplete="username" readOnly />
        <PasswordField label={t("accounts.password")} name="password" autoComplete="current-password" required />
        <Button type="submit" variant="primary" size="large" disabled={attempt.isPending}>
          {attempt.isPending && <Spinner />}
          {t("accounts.signIn")}
        </Button>
        <Button variant="quiet" onClick={() => openPage("/sign-in")}>
          {t("accounts.asSomeoneElse")}
        </Button>
      </form>
    </Dialog>
  );
}

"use client";
// Changing the password.
import type { SubmitEvent, JSX } from "react";
import { Button } from "@/components/ui/button";
import { PasswordField } from "@/components/ui/password-field";
import { useToasts } from "@/components/ui/toasts";
import { describeError, ProblemError } from "@/lib/api/problem";
import { useTexts } from "@/lib/texts/texts-provider";
import type { Texts } from "@/lib/texts/translate";
import { useChangePassword } from "./actions";
import { FormError } from "./form-error";
import { useMe } from "./queries";
import { textOf } from "./sign-in-form";

export function PasswordForm(): JSX.Element {
  const texts = useTexts();
  const { t } = texts;
  const toasts = useToasts();
  const change = useChangePassword();
  const { email } = useMe();
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const passwords = { current_password: textOf(data, "current"), new_password: textOf(data, "new") };
    const onSuccess = (): void => {
      form.reset();
      toasts.show({ title: t("accounts.passwordChanged") });
    };
    change.mutate(passwords, { onSuccess });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-5">
      <FormError message={change.error ? describePasswordError(change.error, texts) : undefined} />
      {/* Lets password managers know whose password changes. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <PasswordField label={t("accounts.currentPassword")} name="current" autoComplete="current-password" required />
      <PasswordField
        label={t("accounts.newPassword")}
        name="new"
        autoComplete="new-password"
        minLength={8}
        maxLength={256}
        required
        hint={t("accounts.newPasswordHint")}
      />
      <Button type="submit" className="self-start" disabled={change.isPending}>
        {t("accounts.changePassword")}
      </Button>
    </form>
  );
}

export function describePasswordError(error: Error, texts: Texts): string {
  return error instanceof ProblemError && error.status === 403 ? texts.t("accounts.wrongPassword") : describeError(error, texts);
}

"use client";
// Email and password.
import type { SubmitEvent, JSX } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { PasswordField } from "@/components/ui/password-field";
import { Spinner } from "@/components/ui/spinner";
import { describeError, ProblemError } from "@/lib/api/problem";
import { openPage } from "@/lib/open-page";
import { useTexts } from "@/lib/texts/texts-provider";
import type { Texts } from "@/lib/texts/translate";
import { AuthLink } from "./auth-link";
import { signIn } from "./session";
import { FormError } from "./form-error";
import { useAttempt } from "./use-attempt";

interface SignInFormProps {
  next: string;
  /** Left out where nobody may sign up. */
  signUpHref?: string | undefined;
}

export function SignInForm({ next, signUpHref }: SignInFormProps): JSX.Element {
  const texts = useTexts();
  const { t } = texts;
  const attempt = useAttempt(signIn, () => openPage(next));
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    attempt.run({ email: textOf(form, "email").trim(), password: textOf(form, "password") });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-5">
      <FormError message={attempt.error ? describeSignInError(attempt.error, texts) : undefined} />
      <TextField label={t("accounts.email")} name="email" type="email" autoComplete="username" required />
      <PasswordField label={t("accounts.password")} name="password" autoComplete="current-password" required />
      <Button type="submit" variant="primary" size="large" disabled={attempt.busy} className="mt-1">
        {attempt.busy && <Spinner />}
        {t("accounts.signIn")}
      </Button>
      {signUpHref !== undefined && (
        <p className="text-center text-sm text-ink-faint">
          {t("accounts.noAccount")}{" "}
          <AuthLink href={signUpHref}>
            {t("accounts.signUp")}
          </AuthLink>
        </p>
      )}
    </form>
  );
}

export function describeSignInError(error: Error, texts: Texts): string {
  return error instanceof ProblemError && error.slug === "wrong-credentials"
    ? texts.t("accounts.wrongCredentials")
    : describeError(error, texts);
}

export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

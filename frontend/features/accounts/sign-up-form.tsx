"use client";
// A new account: name, email, password. The time zone is the browser's; settings can change it.
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
import { signUp } from "./session";
import { FormError } from "./form-error";
import { textOf } from "./sign-in-form";
import { useAttempt } from "./use-attempt";

interface SignUpFormProps {
  next: string;
  signInHref: string;
}

export function SignUpForm({ next, signInHref }: SignUpFormProps): JSX.Element {
  const texts = useTexts();
  const { t } = texts;
  const attempt = useAttempt(
    (form: FormData) => {
      const credentials = { email: textOf(form, "email").trim(), password: textOf(form, "password") };
      return signUp(credentials, textOf(form, "name").trim(), texts.language);
    },
    () => openPage(next),
  );
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    attempt.run(new FormData(event.currentTarget));
  };
  const problem = attempt.error instanceof ProblemError ? attempt.error : undefined;
  const ofFields = { email: problem?.fieldMessage("email"), password: problem?.fieldMessage("password") };
  const whole = attempt.error && !ofFields.email && !ofFields.password ? describe(attempt.error, texts) : undefined;
  return (
    <form onSubmit={submit} className="flex flex-col gap-5">
      <FormError message={whole} />
      <TextField label={t("accounts.name")} name="name" autoComplete="name" maxLength={100} hint={t("accounts.nameHint")} />
      <TextField label={t("accounts.email")} name="email" type="email" autoComplete="username" required error={ofFields.email} />
      <PasswordField
        label={t("accounts.password")}
        name="password"
        autoComplete="new-password"
        minLength={8}
        maxLength={256}
        required
        hint={t("accounts.newPasswordHint")}
        error={ofFields.password}
      />
      <Button type="submit" variant="primary" size="large" disabled={attempt.busy} className="mt-1">
        {attempt.busy && <Spinner />}
        {t("accounts.signUp")}
      </Button>
      <p className="text-center text-sm text-ink-faint">
        {t("accounts.haveAccount")}{" "}
        <AuthLink href={signInHref}>
          {t("accounts.signIn")}
        </AuthLink>
      </p>
    </form>
  );
}

function describe(error: Error, texts: Texts): string {
  return error instanceof ProblemError && error.slug === "email-taken" ? texts.t("accounts.emailTaken") : describeError(error, texts);
}

"use client";
// A new account: name, email, password. The time zone is the browser's; settings can change it.
import { useMutation } from "@tanstack/react-query";
import Link from "next/link";
import type { SubmitEvent, JSX } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Spinner } from "@/components/ui/spinner";
import { describeError, ProblemError } from "@/lib/api/problem";
import { openPage } from "@/lib/open-page";
import { signUp } from "./actions";
import { FormError } from "./form-error";
import { textOf } from "./sign-in-form";
import { texts } from "./texts";

interface SignUpFormProps {
  next: string;
  signInHref: string;
}

export function SignUpForm({ next, signInHref }: SignUpFormProps): JSX.Element {
  const attempt = useMutation({
    mutationFn: (form: FormData) =>
      signUp({ email: textOf(form, "email").trim(), password: textOf(form, "password") }, textOf(form, "name").trim()),
    onSuccess: () => openPage(next),
  });
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    attempt.mutate(new FormData(event.currentTarget));
  };
  const problem = attempt.error instanceof ProblemError ? attempt.error : undefined;
  const ofFields = { email: problem?.fieldMessage("email"), password: problem?.fieldMessage("password") };
  const whole = attempt.error && !ofFields.email && !ofFields.password ? describe(attempt.error) : undefined;
  const busy = attempt.isPending || attempt.isSuccess;
  return (
    <form onSubmit={submit} className="flex flex-col gap-5">
      <FormError message={whole} />
      <TextField label={texts.name} name="name" autoComplete="name" maxLength={100} hint={texts.nameHint} />
      <TextField label={texts.email} name="email" type="email" autoComplete="username" required error={ofFields.email} />
      <TextField
        label={texts.password}
        name="password"
        type="password"
        autoComplete="new-password"
        minLength={8}
        maxLength={256}
        required
        hint={texts.newPasswordHint}
        error={ofFields.password}
      />
      <Button type="submit" variant="primary" size="large" disabled={busy} className="mt-1">
        {busy && <Spinner />}
        {texts.signUp}
      </Button>
      <p className="text-center text-sm text-ink-faint">
        {texts.haveAccount}{" "}
        <Link href={signInHref} className="font-medium text-accent underline-offset-4 hover:underline">
          {texts.signIn}
        </Link>
      </p>
    </form>
  );
}

function describe(error: Error): string {
  return error instanceof ProblemError && error.slug === "email-taken" ? texts.emailTaken : describeError(error);
}

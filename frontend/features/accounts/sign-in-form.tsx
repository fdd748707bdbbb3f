"use client";
// Email and password.
import { useMutation } from "@tanstack/react-query";
import Link from "next/link";
import type { SubmitEvent, JSX } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Spinner } from "@/components/ui/spinner";
import { describeError, ProblemError } from "@/lib/api/problem";
import { openPage } from "@/lib/open-page";
import { signIn } from "./actions";
import { FormError } from "./form-error";
import { texts } from "./texts";

interface SignInFormProps {
  next: string;
  signUpHref: string;
}

export function SignInForm({ next, signUpHref }: SignInFormProps): JSX.Element {
  const attempt = useMutation({ mutationFn: signIn, onSuccess: () => openPage(next) });
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    attempt.mutate({ email: textOf(form, "email").trim(), password: textOf(form, "password") });
  };
  const busy = attempt.isPending || attempt.isSuccess;
  return (
    <form onSubmit={submit} className="flex flex-col gap-5">
      <FormError message={attempt.error ? describeSignInError(attempt.error) : undefined} />
      <TextField label={texts.email} name="email" type="email" autoComplete="username" required />
      <TextField label={texts.password} name="password" type="password" autoComplete="current-password" required />
      <Button type="submit" variant="primary" size="large" disabled={busy} className="mt-1">
        {busy && <Spinner />}
        {texts.signIn}
      </Button>
      <p className="text-center text-sm text-ink-faint">
        {texts.noAccount}{" "}
        <Link href={signUpHref} className="font-medium text-accent underline-offset-4 hover:underline">
          {texts.signUp}
        </Link>
      </p>
    </form>
  );
}

export function describeSignInError(error: Error): string {
  return error instanceof ProblemError && error.slug === "wrong-credentials"
    ? texts.wrongCredentials
    : describeError(error);
}

export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

"use client";
// Changing the password.
import type { SubmitEvent, JSX } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { useToasts } from "@/components/ui/toasts";
import { describeError, ProblemError } from "@/lib/api/problem";
import { useChangePassword } from "./actions";
import { FormError } from "./form-error";
import { useMe } from "./queries";
import { textOf } from "./sign-in-form";
import { texts } from "./texts";

export function PasswordForm(): JSX.Element {
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
      toasts.show({ title: texts.passwordChanged });
    };
    change.mutate(passwords, { onSuccess });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-5">
      <FormError message={change.error ? describe(change.error) : undefined} />
      {/* Lets password managers know whose password changes. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <TextField label={texts.currentPassword} name="current" type="password" autoComplete="current-password" required />
      <TextField
        label={texts.newPassword}
        name="new"
        type="password"
        autoComplete="new-password"
        minLength={8}
        maxLength={256}
        required
        hint={texts.newPasswordHint}
      />
      <Button type="submit" className="self-start" disabled={change.isPending}>
        {texts.changePassword}
      </Button>
    </form>
  );
}

function describe(error: Error): string {
  return error instanceof ProblemError && error.status === 403 ? texts.wrongPassword : describeError(error);
}

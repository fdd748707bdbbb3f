"use client";
// Deleting the account: there is no undo for this, so the password is asked for.
import { useMutation } from "@tanstack/react-query";
import { type JSX, type SubmitEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { PasswordField } from "@/components/ui/password-field";
import { Spinner } from "@/components/ui/spinner";
import { useTexts } from "@/lib/texts/texts-provider";
import { FormError } from "./form-error";
import { describePasswordError } from "./password-form";
import { useMe } from "./queries";
import { deleteAccount } from "./session";
import { textOf } from "./sign-in-form";

export function DeleteAccount(): JSX.Element {
  const { t } = useTexts();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button variant="danger" onClick={() => setAsking(true)}>
        {t("accounts.deleteAccount")}
      </Button>
      {asking && <Question onClose={() => setAsking(false)} />}
    </>
  );
}

function Question({ onClose }: { onClose: () => void }): JSX.Element {
  const texts = useTexts();
  const { t } = texts;
  const { email } = useMe();
  const attempt = useMutation({ mutationFn: deleteAccount });
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    attempt.mutate(textOf(new FormData(event.currentTarget), "password"));
  };
  return (
    <Dialog onClose={onClose} title={t("accounts.deleteTitle")} width="narrow">
      <form onSubmit={submit} className="flex flex-col gap-5 px-6 pt-2 pb-5">
        <p>{t("accounts.deleteQuestion", { email })}</p>
        <FormError message={attempt.error ? describePasswordError(attempt.error, texts) : undefined} />
        <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
        <PasswordField label={t("accounts.currentPassword")} name="password" autoComplete="current-password" required />
        <footer className="flex justify-end gap-2">
          <Button variant="quiet" onClick={onClose}>
            {t("common.cancel")}
          </Button>
          <Button type="submit" variant="danger" disabled={attempt.isPending || attempt.isSuccess}>
            {attempt.isPending && <Spinner />}
            {t("accounts.deleteForGood")}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}

// What stands in place of the form where nobody makes an account by themselves.
import type { JSX } from "react";
import type { Translate } from "@/lib/texts/catalogue";
import { AuthHeading } from "./auth-frame";
import { AuthLink } from "./auth-link";

export function SignUpClosed({ t, signInHref }: { t: Translate; signInHref: string }): JSX.Element {
  return (
    <>
      <AuthHeading title={t("accounts.closedTitle")} lead={t("accounts.closedLead")} />
      <AuthLink href={signInHref}>
        {t("accounts.signIn")}
      </AuthLink>
    </>
  );
}

// What stands in place of the form where nobody makes an account by themselves.
import type { JSX } from "react";
import { PageLink } from "@/components/ui/page-link";
import type { Translate } from "@/lib/texts/catalogue";
import { AuthHeading } from "./auth-frame";

export function SignUpClosed({ t, signInHref }: { t: Translate; signInHref: string }): JSX.Element {
  return (
    <>
      <AuthHeading title={t("accounts.closedTitle")} lead={t("accounts.closedLead")} />
      <PageLink href={signInHref} className="font-medium text-accent underline-offset-4 hover:underline">
        {t("accounts.signIn")}
      </PageLink>
    </>
  );
}

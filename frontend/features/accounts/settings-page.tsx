"use client";
// Profile, looks, password, and who has access.
import type { JSX, ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { useAnnounce } from "@/features/changes/undo";
import type { LanguageChoice } from "@/features/shell/language";
import { LanguageSwitch } from "@/features/shell/language-switch";
import { PageHeader } from "@/features/shell/page-header";
import { ThemeSwitch } from "@/features/shell/theme-switch";
import { TransferPart } from "@/features/transfer/transfer-part";
import type { Theme } from "@/lib/preferences";
import { useTexts } from "@/lib/texts/texts-provider";
import { DeleteAccount } from "./delete-account";
import { PasswordForm } from "./password-form";
import { ProfileForm } from "./profile-form";
import { useMe } from "./queries";
import { signOut } from "./session";
import { SessionsList } from "./sessions-list";
import { ConnectedApps, TokensList } from "./tokens-list";

interface SettingsPageProps {
  theme: Theme;
  language: LanguageChoice;
  zones: string[];
}

export function SettingsPage({ theme, language, zones }: SettingsPageProps): JSX.Element {
  const { t } = useTexts();
  const { email } = useMe();
  const announce = useAnnounce();
  return (
    <>
      <PageHeader title={t("accounts.settingsTitle")} />
      <Section title={t("accounts.profileTitle")} lead={t("accounts.profileLead")}>
        <ProfileForm zones={zones} />
      </Section>
      <Section title={t("accounts.appearanceTitle")} lead={t("accounts.appearanceLead")}>
        <ThemeSwitch initial={theme} />
      </Section>
      <Section title={t("accounts.languageTitle")} lead={t("accounts.languageLead")}>
        <LanguageSwitch initial={language} />
      </Section>
      <Section title={t("accounts.passwordTitle")} lead={t("accounts.passwordLead")}>
        <PasswordForm />
      </Section>
      <Section title={t("transfer.title")} lead={t("transfer.lead")}>
        <TransferPart />
      </Section>
      <Section title={t("access.sessionsTitle")} lead={t("access.sessionsLead")}>
        <SessionsList />
      </Section>
      <Section title={t("access.tokensTitle")} lead={t("access.tokensLead")}>
        <TokensList />
      </Section>
      <Section title={t("access.appsTitle")} lead={t("access.appsLead")}>
        <ConnectedApps />
      </Section>
      <Section title={t("accounts.sessionTitle")} lead={t("accounts.sessionLead", { email })}>
        <Button onClick={() => void signOut().catch(announce.failed)}>{t("accounts.signOut")}</Button>
      </Section>
      <Section title={t("accounts.deleteAccount")} lead={t("accounts.deleteLead")}>
        <DeleteAccount />
      </Section>
    </>
  );
}

function Section({ title, lead, children }: { title: string; lead: string; children: ReactNode }): JSX.Element {
  return (
    <section className="grid gap-x-10 gap-y-5 border-t border-line py-8 first-of-type:border-t-0 first-of-type:pt-0 lg:grid-cols-[12rem_1fr]">
      <div>
        <h2 className="font-semibold">{title}</h2>
        <p className="mt-1 text-sm [overflow-wrap:anywhere] text-ink-faint">{lead}</p>
      </div>
      <div className="max-w-md">{children}</div>
    </section>
  );
}

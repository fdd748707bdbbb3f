"use client";
// Profile, looks, password, session.
import type { JSX, ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { useAnnounce } from "@/features/changes/undo";
import { PageHeader } from "@/features/shell/page-header";
import { ThemeSwitch } from "@/features/shell/theme-switch";
import type { Theme } from "@/lib/preferences";
import { signOut } from "./actions";
import { PasswordForm } from "./password-form";
import { ProfileForm } from "./profile-form";
import { useMe } from "./queries";
import { texts } from "./texts";

interface SettingsPageProps {
  theme: Theme;
  zones: string[];
}

export function SettingsPage({ theme, zones }: SettingsPageProps): JSX.Element {
  const { email } = useMe();
  const announce = useAnnounce();
  return (
    <>
      <PageHeader title={texts.settingsTitle} />
      <Section title={texts.profileTitle} lead={texts.profileLead}>
        <ProfileForm zones={zones} />
      </Section>
      <Section title={texts.appearanceTitle} lead={texts.appearanceLead}>
        <ThemeSwitch initial={theme} />
      </Section>
      <Section title={texts.passwordTitle} lead={texts.passwordLead}>
        <PasswordForm />
      </Section>
      <Section title={texts.sessionTitle} lead={texts.sessionLead(email)}>
        <Button onClick={() => void signOut().catch(announce.failed)}>{texts.signOut}</Button>
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

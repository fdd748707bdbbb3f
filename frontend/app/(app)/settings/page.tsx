import type { Metadata } from "next";
import { cookies } from "next/headers";
import type { JSX } from "react";
import { PrefetchedAccess } from "@/features/accounts/prefetched-access";
import { SettingsPage } from "@/features/accounts/settings-page";
import { LANGUAGE_COOKIE, THEME_COOKIE, toTheme } from "@/lib/preferences";
import { isLanguage } from "@/lib/texts/catalogue";
import { serverTexts } from "@/lib/texts/server";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await serverTexts();
  return { title: t("accounts.settingsTitle") };
}

export default async function Page(): Promise<JSX.Element> {
  const jar = await cookies();
  const theme = toTheme(jar.get(THEME_COOKIE)?.value);
  const chosen = jar.get(LANGUAGE_COOKIE)?.value;
  const language = isLanguage(chosen) ? chosen : "browser";
  const zones = ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")];
  return (
    <PrefetchedAccess>
      <SettingsPage theme={theme} language={language} zones={zones} />
    </PrefetchedAccess>
  );
}

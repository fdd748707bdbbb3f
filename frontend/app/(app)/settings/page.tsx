import type { Metadata } from "next";
import { cookies } from "next/headers";
import type { JSX } from "react";
import { SettingsPage } from "@/features/accounts/settings-page";
import { THEME_COOKIE, toTheme } from "@/lib/preferences";

export const metadata: Metadata = { title: "Settings" };

export default async function Page(): Promise<JSX.Element> {
  const theme = toTheme((await cookies()).get(THEME_COOKIE)?.value);
  return <SettingsPage theme={theme} zones={["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")]} />;
}

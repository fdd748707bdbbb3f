import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { JSX, ReactNode } from "react";
import { barColor } from "@/lib/bar-color";
import { type Theme, THEME_COOKIE, toTheme } from "@/lib/preferences";
import { serverTexts } from "@/lib/texts/server";
import { TextsProvider } from "@/lib/texts/texts-provider";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await serverTexts();
  return {
    title: { default: "Todo", template: "%s · Todo" },
    description: t("app.description"),
    robots: { index: false },
  };
}

export async function generateViewport(): Promise<Viewport> {
  const theme = await chosenTheme();
  return {
    width: "device-width",
    initialScale: 1,
    viewportFit: "cover",
    // Android's keyboard takes its place from the page, so that what stands at the foot stands above it.
    interactiveWidget: "resizes-content",
    themeColor: [
      { media: "(prefers-color-scheme: light)", color: barColor(theme, "light") },
      { media: "(prefers-color-scheme: dark)", color: barColor(theme, "dark") },
    ],
  };
}

export default async function RootLayout({ children }: { children: ReactNode }): Promise<JSX.Element> {
  const [theme, { language, messages }] = await Promise.all([chosenTheme(), serverTexts()]);
  return (
    <html lang={language} className={GeistSans.variable} data-theme={theme === "system" ? undefined : theme}>
      <body className="font-sans">
        <TextsProvider language={language} messages={messages}>
          {children}
        </TextsProvider>
      </body>
    </html>
  );
}

async function chosenTheme(): Promise<Theme> {
  return toTheme((await cookies()).get(THEME_COOKIE)?.value);
}

"use client";
// What the menu of an account offers: theme, settings and signing out.
import { Check, LogOut, Monitor, Moon, Settings, Sun } from "lucide-react";
import { useRouter } from "next/navigation";
import type { JSX } from "react";
import { MenuItem, MenuSeparator } from "@/components/ui/menu-list";
import { signOut } from "@/features/accounts/session";
import { useAnnounce } from "@/features/changes/undo";
import type { Theme } from "@/lib/preferences";
import { useTexts } from "@/lib/texts/texts-provider";
import { applyTheme } from "./theme";

const THEME_ICONS: Record<Theme, JSX.Element> = { system: <Monitor />, light: <Sun />, dark: <Moon /> };
const THEMES = Object.keys(THEME_ICONS) as Theme[];

export function AccountMenuItems(): JSX.Element {
  const { t } = useTexts();
  const router = useRouter();
  const announce = useAnnounce();
  const current = document.documentElement.dataset.theme ?? "system";
  return (
    <>
      {THEMES.map((theme) => (
        <MenuItem key={theme} aria-current={theme === current} onSelect={() => applyTheme(theme)}>
          {THEME_ICONS[theme]}
          <span className="flex-1">
            {t("shell.theme")}: {t(`shell.theme.${theme}`)}
          </span>
          {theme === current && <Check aria-hidden className="text-accent!" />}
        </MenuItem>
      ))}
      <MenuSeparator />
      <MenuItem onSelect={() => router.push("/settings")}>
        <Settings />
        {t("shell.settings")}
      </MenuItem>
      <MenuItem onSelect={() => void signOut().catch(announce.failed)}>
        <LogOut />
        {t("accounts.signOut")}
      </MenuItem>
    </>
  );
}

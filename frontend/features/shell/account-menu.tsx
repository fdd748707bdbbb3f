"use client";
// Who is signed in; theme and signing out.
import { ChevronDown, LogOut, Monitor, Moon, Settings, Sun } from "lucide-react";
import { useRouter } from "next/navigation";
import type { JSX } from "react";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { signOut } from "@/features/accounts/session";
import { useMe } from "@/features/accounts/queries";
import { useAnnounce } from "@/features/changes/undo";
import type { Theme } from "@/lib/preferences";
import { useTexts } from "@/lib/texts/texts-provider";
import { applyTheme } from "./theme";

const THEME_ICONS: Record<Theme, JSX.Element> = { system: <Monitor />, light: <Sun />, dark: <Moon /> };
const THEMES = Object.keys(THEME_ICONS) as Theme[];

export function AccountMenu(): JSX.Element {
  const { t } = useTexts();
  const me = useMe();
  const router = useRouter();
  const announce = useAnnounce();
  const name = me.name || me.email;
  return (
    <Menu
      align="start"
      variant="quiet"
      className="w-full justify-start gap-2.5 px-2"
      label={
        <>
          <Initial name={name} />
          <span className="min-w-0 truncate text-ink">
            <span className="sr-only">{t("shell.accountOf")}</span> {name}
          </span>
          <ChevronDown aria-hidden className="size-3.5 shrink-0 text-ink-faint" />
        </>
      }
    >
      {THEMES.map((theme) => (
        <MenuItem key={theme} onSelect={() => applyTheme(theme)}>
          {THEME_ICONS[theme]}
          {t("shell.theme")}: {t(`shell.theme.${theme}`)}
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
    </Menu>
  );
}

function Initial({ name }: { name: string }): JSX.Element {
  return (
    <span
      aria-hidden
      className="grid size-6 shrink-0 place-items-center rounded-full bg-accent text-xs font-semibold text-on-accent uppercase"
    >
      {Array.from(name)[0]}
    </span>
  );
}

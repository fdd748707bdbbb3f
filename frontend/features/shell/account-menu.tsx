"use client";
// Who is signed in.
import { ChevronDown } from "lucide-react";
import type { JSX } from "react";
import { Menu } from "@/components/ui/menu";
import { useMe } from "@/features/accounts/queries";
import { lazyPart } from "@/lib/lazy-part";
import { useTexts } from "@/lib/texts/texts-provider";

export const AccountMenuItems = lazyPart(async () => (await import("./account-menu-items")).AccountMenuItems);

export function AccountMenu(): JSX.Element {
  const { t } = useTexts();
  const me = useMe();
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
      <AccountMenuItems />
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

"use client";
// For addresses at which there is nothing, or nothing of this person's.
import { Compass } from "lucide-react";
import type { JSX } from "react";
import { Notice } from "@/components/ui/notice";
import { PageLink } from "@/components/ui/page-link";
import { useTexts } from "@/lib/texts/texts-provider";
import { useAlive } from "./use-alive";

export function NotFoundNotice(): JSX.Element {
  const { t } = useTexts();
  useAlive();
  return (
    <Notice
      picture={<Compass className="size-10 stroke-[1.25]" />}
      title={t("shell.notFound")}
      titleAs="h1"
      action={
        <PageLink
          href="/today"
          className="inline-flex h-9 items-center rounded-md border border-line-strong bg-raised px-3.5 text-sm font-medium shadow-raised transition-colors hover:bg-sunken"
        >
          {t("shell.backHome")}
        </PageLink>
      }
    >
      {t("shell.notFoundLead")}
    </Notice>
  );
}

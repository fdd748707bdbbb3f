"use client";
// What Today shows when nothing is due: to somebody new, also how to begin.
import type { JSX } from "react";
import { Notice } from "@/components/ui/notice";
import { WelcomePlace } from "@/features/onboarding/welcome-place";
import { useTexts } from "@/lib/texts/texts-provider";
import { AddFirstButton } from "./add-task-button";
import { Picture } from "./picture";

export function NothingToday(): JSX.Element {
  const { t } = useTexts();
  return (
    <>
      <Notice picture={<CalmDayPicture />} title={t("tasks.emptyToday")} action={<AddFirstButton />}>
        {t("tasks.emptyTodayLead")}
      </Notice>
      <WelcomePlace />
    </>
  );
}

/** The sun over the horizon. */
function CalmDayPicture(): JSX.Element {
  return (
    <Picture>
      <path className="stroke-accent" d="M32 52a16 16 0 0 1 32 0" />
      <path className="stroke-accent" d="M48 24v-6M28.5 32.5l-4-4M67.5 32.5l4-4M22 52h-5M79 52h-5" />
      <path d="M10 58h76M24 64h48" />
    </Picture>
  );
}

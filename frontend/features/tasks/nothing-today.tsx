"use client";
// What Today shows when nothing is due: to somebody new, also how to begin.
import type { JSX } from "react";
import { Notice } from "@/components/ui/notice";
import { WelcomePlace } from "@/features/onboarding/welcome-place";
import { useTexts } from "@/lib/texts/texts-provider";
import { AddFirstButton } from "./add-task-button";
import { CalmDayPicture } from "./pictures";

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

"use client";
// A page that could not be made. What exactly went wrong is in the server's log.
import { CloudOff } from "lucide-react";
import type { JSX } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useTexts } from "@/lib/texts/texts-provider";

export function PageError({ onRetry }: { onRetry: () => void }): JSX.Element {
  const { t } = useTexts();
  return (
    <div role="alert">
      <Notice
        picture={<CloudOff className="size-10 stroke-[1.25]" />}
        title={t("shell.pageFailed")}
        titleAs="h1"
        action={<Button onClick={onRetry}>{t("common.retry")}</Button>}
      >
        {t("shell.pageFailedLead")}
      </Notice>
    </div>
  );
}

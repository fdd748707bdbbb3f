"use client";
// The assistant as a page. What stands in it comes from the host, which has the conversation.
import type { JSX } from "react";
import { useTexts } from "@/lib/texts/texts-provider";
import { setPagePlace } from "./page-place";

export function ChatPage(): JSX.Element {
  const { t } = useTexts();
  return (
    <>
      <h1 className="sr-only">{t("chat.title")}</h1>
      <div
        ref={setPagePlace}
        className="-mx-5 -mt-8 -mb-28 h-[calc(100dvh-6rem)] sm:-mx-8 md:-mt-14 md:h-dvh"
      />
    </>
  );
}

import type { Metadata } from "next";
import type { JSX } from "react";
import { ChatPage } from "@/features/chat/chat-page";
import { serverTexts } from "@/lib/texts/server";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await serverTexts();
  return { title: t("chat.title") };
}

export default function Page(): JSX.Element {
  return <ChatPage />;
}

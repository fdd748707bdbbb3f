import type { Metadata } from "next";
import type { JSX } from "react";
import { ActivityPage } from "@/features/activity/activity-page";
import { serverTexts } from "@/lib/texts/server";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await serverTexts();
  return { title: t("shell.activity") };
}

export default function Page(): JSX.Element {
  return <ActivityPage />;
}

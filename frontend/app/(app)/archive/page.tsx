import type { Metadata } from "next";
import type { JSX } from "react";
import { ArchivePage } from "@/features/projects/archive-page";
import { serverTexts } from "@/lib/texts/server";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await serverTexts();
  return { title: t("shell.archive") };
}

export default function Page(): JSX.Element {
  return <ArchivePage />;
}

import type { Metadata } from "next";
import type { JSX } from "react";
import { TrashPage } from "@/features/trash/trash-page";
import { serverTexts } from "@/lib/texts/server";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await serverTexts();
  return { title: t("shell.trash") };
}

export default function Page(): JSX.Element {
  return <TrashPage />;
}

import type { Metadata } from "next";
import type { JSX } from "react";
import { SearchPage } from "@/features/search/search-page";
import { serverTexts } from "@/lib/texts/server";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await serverTexts();
  return { title: t("shell.search") };
}

export default function Page(): JSX.Element {
  return <SearchPage />;
}

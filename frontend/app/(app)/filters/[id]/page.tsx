import type { Metadata } from "next";
import type { JSX } from "react";
import { FilterPage } from "@/features/filters/filter-page";
import { PrefetchedTasks } from "@/features/tasks/prefetched-tasks";
import { savedFilter } from "@/features/tasks/queries";
import { serverTexts } from "@/lib/texts/server";

type Props = PageProps<"/filters/[id]">;

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await serverTexts();
  return { title: t("filters.filter") };
}

export default async function Page({ params }: Props): Promise<JSX.Element> {
  const { id } = await params;
  return (
    <PrefetchedTasks filter={savedFilter(id)}>
      <FilterPage id={id} />
    </PrefetchedTasks>
  );
}

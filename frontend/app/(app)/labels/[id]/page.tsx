import type { Metadata } from "next";
import type { JSX } from "react";
import { LabelPage } from "@/features/labels/label-page";
import { PrefetchedTasks } from "@/features/tasks/prefetched-tasks";
import { labelFilter } from "@/features/tasks/queries";
import { serverTexts } from "@/lib/texts/server";

type Props = PageProps<"/labels/[id]">;

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await serverTexts();
  return { title: t("labels.label") };
}

export default async function Page({ params }: Props): Promise<JSX.Element> {
  const { id } = await params;
  return (
    <PrefetchedTasks filter={labelFilter(id)}>
      <LabelPage id={id} />
    </PrefetchedTasks>
  );
}

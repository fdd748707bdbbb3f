"use client";
// Projects that were put away.
import { useQuery } from "@tanstack/react-query";
import { Archive } from "lucide-react";
import type { JSX } from "react";
import { Button } from "@/components/ui/button";
import { LoadError } from "@/components/ui/load-error";
import { Notice } from "@/components/ui/notice";
import { PageLink } from "@/components/ui/page-link";
import { PageHeader } from "@/features/shell/page-header";
import { TaskListSkeleton } from "@/features/tasks/task-list-skeleton";
import { api, read } from "@/lib/api/client";
import type { Project } from "@/lib/api/types";
import { useTexts } from "@/lib/texts/texts-provider";
import { useUnarchiveProject } from "./arranging";
import { ProjectDot } from "./project-dot";

export function ArchivePage(): JSX.Element {
  const { t } = useTexts();
  return (
    <>
      <PageHeader title={t("shell.archive")} lead={t("projects.archiveLead")} />
      <Archived />
    </>
  );
}

function Archived(): JSX.Element {
  const { t } = useTexts();
  const query = useQuery({
    queryKey: ["projects", "archived"],
    queryFn: ({ signal }) => read(api.GET("/api/projects", { params: { query: { archived: true } }, signal })),
  });
  if (query.isPending) return <TaskListSkeleton rows={3} />;
  if (query.isError) {
    return <LoadError title={t("shell.pageFailed")} error={query.error} onRetry={() => void query.refetch()} />;
  }
  const projects = query.data.items.filter(({ archived_at }) => archived_at !== null);
  if (projects.length === 0) {
    return <Notice picture={<Archive className="size-10 stroke-[1.25]" />} title={t("projects.archiveEmpty")} />;
  }
  return (
    <ul aria-label={t("shell.archive")} className="divide-y divide-line">
      {projects.map((project) => (
        <ArchivedProject key={project.id} project={project} />
      ))}
    </ul>
  );
}

function ArchivedProject({ project }: { project: Project }): JSX.Element {
  const { t } = useTexts();
  const unarchive = useUnarchiveProject();
  return (
    <li className="flex items-center gap-3 py-2.5">
      <ProjectDot color={project.color} />
      <PageLink href={`/projects/${project.id}`} className="min-w-0 flex-1 [overflow-wrap:anywhere] hover:underline">
        {project.name}
      </PageLink>
      {project.role === "owner" && (
        <Button
          size="small"
          aria-label={`${t("projects.unarchive")}: ${project.name}`}
          onClick={() => unarchive.mutate(project)}
        >
          {t("projects.unarchive")}
        </Button>
      )}
    </li>
  );
}

// What an import has brought in, and the ways there.
import { type JSX, useEffect, useRef } from "react";
import { PageLink } from "@/components/ui/page-link";
import { ProjectDot } from "@/features/projects/project-dot";
import { projectName } from "@/features/projects/project-name";
import { useProjects } from "@/features/projects/queries";
import type { ImportResult, Project } from "@/lib/api/types";
import { useTexts } from "@/lib/texts/texts-provider";

const MOST = 5;

export function Imported({ result }: { result: ImportResult }): JSX.Element {
  const { t } = useTexts();
  const said = useRef<HTMLParagraphElement>(null);
  const projects = projectsOf(result, useProjects());
  // The button that was pressed is gone.
  useEffect(() => said.current?.focus(), []);
  return (
    <div className="flex flex-col gap-1.5 text-sm">
      <p ref={said} role="status" tabIndex={-1} className="outline-none">
        {t("transfer.imported", { count: result.counts.tasks })}
      </p>
      <ul className="flex flex-wrap gap-x-4 gap-y-1 empty:hidden">
        {projects.map((project) => (
          <li key={project.id}>
            <PageLink
              href={project.is_inbox ? "/inbox" : `/projects/${project.id}`}
              className="inline-flex items-center gap-2 font-medium text-accent hover:underline"
            >
              <ProjectDot color={project.color} className="size-2" />
              {projectName(project, t)}
            </PageLink>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Those that the first tasks went to, by their names: the answer of an import has no ids. */
function projectsOf({ tasks }: ImportResult, known: readonly Project[]): Project[] {
  const names = new Set(tasks.map(({ project }) => project));
  return known.filter(({ name }) => names.has(name)).slice(0, MOST);
}

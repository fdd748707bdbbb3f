"use client";
// The lists that a person has made: favorites, projects below projects, labels, filters.
import { ListFilter, Tag } from "lucide-react";
import { type JSX, Suspense, useEffect, useState } from "react";
import { useCounts, useFilters } from "@/features/filters/queries";
import { useLabels } from "@/features/labels/queries";
import { ProjectDot } from "@/features/projects/project-dot";
import { useProjects } from "@/features/projects/queries";
import { type ProjectNode, projectTree } from "@/features/projects/tree";
import type { Counts, Label, Project, SavedFilter } from "@/lib/api/types";
import { lazyPart, whenIdle } from "@/lib/lazy-part";
import { useTexts } from "@/lib/texts/texts-provider";
import { NavLink } from "./nav-link";
import { useShell } from "./shell-context";
import { SidebarGroup } from "./sidebar-group";

const ProjectMenu = lazyPart(async () => (await import("@/features/projects/project-menu")).ProjectMenu);
const SidebarArranging = lazyPart(async () => (await import("./sidebar-arranging")).SidebarArranging);
const MoreLinks = lazyPart(async () => (await import("./more-links")).MoreLinks);

export function SidebarLists(): JSX.Element {
  const [idle, setIdle] = useState(false);
  useEffect(() => whenIdle(() => setIdle(true)), []);
  const counts = useCounts(idle);
  return (
    <>
      <Favorites counts={counts} />
      <Projects withMenus={idle} />
      <Labels counts={counts} />
      <Filters counts={counts} />
      <Suspense fallback={null}>{idle && <MoreLinks />}</Suspense>
      <Suspense fallback={null}>{idle && <SidebarArranging />}</Suspense>
    </>
  );
}

interface CountedProps {
  counts: Counts | undefined;
}

function Favorites({ counts }: CountedProps): JSX.Element | null {
  const { t } = useTexts();
  const projects = useProjects().filter(({ is_favorite }) => is_favorite);
  const labels = useLabels().filter(({ is_favorite }) => is_favorite);
  const filters = useFilters().filter(({ is_favorite }) => is_favorite);
  if (projects.length + labels.length + filters.length === 0) return null;
  return (
    <SidebarGroup title={t("projects.favorites")}>
      <ul className="flex flex-col gap-0.5">
        {projects.map((project) => (
          <li key={project.id}>
            <ProjectLink project={project} />
          </li>
        ))}
        {filters.map((filter) => (
          <li key={filter.id}>
            <FilterLink filter={filter} counts={counts} />
          </li>
        ))}
        {labels.map((label) => (
          <li key={label.id}>
            <LabelLink label={label} counts={counts} />
          </li>
        ))}
      </ul>
    </SidebarGroup>
  );
}

function Projects({ withMenus }: { withMenus: boolean }): JSX.Element {
  const { t } = useTexts();
  const shell = useShell();
  const tree = projectTree(useProjects());
  return (
    <SidebarGroup
      title={t("projects.projects")}
      add={{ label: t("projects.newProject"), onAdd: () => shell.openProject(null) }}
    >
      {tree.length === 0 && <p className="px-2.5 py-1 text-sm text-ink-faint">{t("projects.none")}</p>}
      <div data-drop="projects">
        <ProjectNodes nodes={tree} withMenus={withMenus} />
      </div>
    </SidebarGroup>
  );
}

function ProjectNodes({ nodes, withMenus }: { nodes: readonly ProjectNode[]; withMenus: boolean }): JSX.Element | null {
  if (nodes.length === 0) return null;
  return (
    <ul className="flex flex-col gap-0.5">
      {nodes.map(({ project, below }) => (
        <li key={project.id}>
          <div data-arrange-id={project.id} className="group/link relative">
            <ProjectLink project={project} />
            {withMenus && project.role === "owner" && (
              <div className="sidebar-menu">
                <Suspense fallback={null}>
                  <ProjectMenu project={project} small />
                </Suspense>
              </div>
            )}
          </div>
          <div className="pl-4">
            <ProjectNodes nodes={below} withMenus={withMenus} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function ProjectLink({ project }: { project: Project }): JSX.Element {
  const { t } = useTexts();
  const count = project.open_task_count;
  return (
    <NavLink
      href={`/projects/${project.id}`}
      icon={<ProjectDot color={project.color} />}
      label={project.name}
      count={count}
      countLabel={t("projects.openTasks", { count })}
    />
  );
}

function Labels({ counts }: CountedProps): JSX.Element {
  const { t } = useTexts();
  const shell = useShell();
  return (
    <SidebarGroup title={t("labels.labels")} add={{ label: t("labels.newLabel"), onAdd: () => shell.openLabel(null) }}>
      <ul data-drop="labels" className="flex flex-col gap-0.5">
        {useLabels().map((label) => (
          <li key={label.id} data-arrange-id={label.id}>
            <LabelLink label={label} counts={counts} />
          </li>
        ))}
      </ul>
    </SidebarGroup>
  );
}

function LabelLink({ label, counts }: CountedProps & { label: Label }): JSX.Element {
  const { t } = useTexts();
  const count = countOf(counts?.labels, label.id);
  const icon = <Tag data-color={label.color} className="text-(--project)" />;
  return (
    <NavLink
      href={`/labels/${label.id}`}
      icon={icon}
      label={label.name}
      count={count}
      countLabel={t("projects.openTasks", { count })}
    />
  );
}

function Filters({ counts }: CountedProps): JSX.Element {
  const { t } = useTexts();
  const shell = useShell();
  return (
    <SidebarGroup title={t("filters.filters")} add={{ label: t("filters.newFilter"), onAdd: () => shell.openFilter(null) }}>
      <ul data-drop="filters" className="flex flex-col gap-0.5">
        {useFilters().map((filter) => (
          <li key={filter.id} data-arrange-id={filter.id}>
            <FilterLink filter={filter} counts={counts} />
          </li>
        ))}
      </ul>
    </SidebarGroup>
  );
}

function FilterLink({ filter, counts }: CountedProps & { filter: SavedFilter }): JSX.Element {
  const { t } = useTexts();
  const count = countOf(counts?.filters, filter.id);
  const icon = <ListFilter data-color={filter.color} className="text-(--project)" />;
  return (
    <NavLink
      href={`/filters/${filter.id}`}
      icon={icon}
      label={filter.name}
      count={count}
      countLabel={t("tasks.count", { count })}
    />
  );
}

function countOf(counts: Record<string, number | null> | undefined, id: string): number {
  return counts?.[id] ?? 0;
}

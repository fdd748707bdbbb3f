"use client";
// What was done, with the names that the person's projects and labels have now.
import { useCallback, useMemo } from "react";
import { useLabels } from "@/features/labels/queries";
import { projectName } from "@/features/projects/project-name";
import { useProjects } from "@/features/projects/queries";
import { useClock } from "@/lib/clock";
import { useTexts } from "@/lib/texts/texts-provider";
import { deedsOf, type Told } from "./deeds";

export function useDeeds(): (change: Told) => string[] {
  const texts = useTexts();
  const clock = useClock();
  const projects = useProjects();
  const labels = useLabels();
  const names = useMemo(
    () => ({
      projects: new Map(projects.map((project) => [project.id, projectName(project, texts.t)])),
      labels: new Map(labels.map(({ id, name }) => [id, name])),
    }),
    [projects, labels, texts],
  );
  return useCallback((change) => deedsOf(change, { clock, ...names }, texts), [clock, names, texts]);
}

/** Of a thing in a command of the person's own, where nothing else is hidden: what tells of no field was put elsewhere in its list. */
export function useOwnDeeds(): (change: Told) => string {
  const { t } = useTexts();
  const deeds = useDeeds();
  return (change) => {
    const words = deeds(change);
    if (words.length > 0) return words.join(", ");
    return t(change.fields?.length === 0 ? "activity.reordered" : "activity.update");
  };
}

"use client";
// What can be done with a project as a whole.
import { Archive, Copy, CornerDownRight, CornerLeftUp, Ellipsis, Pencil, Star, StarOff, Trash2 } from "lucide-react";
import { usePathname } from "next/navigation";
import type { JSX } from "react";
import { Menu } from "@/components/ui/menu";
import { MenuItem, MenuSeparator } from "@/components/ui/menu-list";
import { steppedProject } from "@/features/shell/order";
import { OrderItems } from "@/features/shell/order-items";
import { useShell } from "@/features/shell/shell-context";
import type { Project } from "@/lib/api/types";
import { cn } from "@/lib/class-names";
import { useTexts } from "@/lib/texts/texts-provider";
import { useGoTo } from "@/lib/use-go-to";
import { useDeleteProject } from "./actions";
import { type ProjectPlace, useArchiveProject, useDuplicateProject, useFavoriteProject, useMoveProject } from "./arranging";
import { useProjects } from "./queries";
import { siblingsOf } from "./siblings";

interface ProjectMenuProps {
  project: Project;
  /** In the navigation. */
  small?: boolean;
}

export function ProjectMenu({ project, small = false }: ProjectMenuProps): JSX.Element {
  const { t } = useTexts();
  const shell = useShell();
  const goTo = useGoTo();
  const path = usePathname();
  const remove = useDeleteProject();
  const archive = useArchiveProject();
  const favorite = useFavoriteProject();
  const duplicate = useDuplicateProject();
  const leaveIfShown = (): void => {
    if (path === `/projects/${project.id}`) goTo("/inbox");
  };
  return (
    <Menu
      variant="quiet"
      size="icon"
      aria-label={small ? t("projects.arrange", { name: project.name }) : t("projects.options", { name: project.name })}
      className={cn(small && "size-7 [&_svg]:size-4")}
      label={<Ellipsis />}
    >
      <MenuItem onSelect={() => shell.openProject(project)}>
        <Pencil />
        {t("projects.edit")}
      </MenuItem>
      <MenuItem onSelect={() => favorite.mutate(project)}>
        {project.is_favorite ? <StarOff /> : <Star />}
        {project.is_favorite ? t("projects.unfavorite") : t("projects.favorite")}
      </MenuItem>
      <MenuItem onSelect={() => duplicate.mutate(project)}>
        <Copy />
        {t("tasks.duplicate")}
      </MenuItem>
      <MoveItems project={project} />
      <MenuSeparator />
      <MenuItem onSelect={() => archive.mutate(project, { onSuccess: leaveIfShown })}>
        <Archive />
        {t("projects.archive")}
      </MenuItem>
      <MenuItem danger onSelect={() => remove.mutate(project, { onSuccess: leaveIfShown })}>
        <Trash2 />
        {t("projects.remove")}
      </MenuItem>
    </Menu>
  );
}

function MoveItems({ project }: { project: Project }): JSX.Element {
  const { t } = useTexts();
  const projects = useProjects();
  const move = useMoveProject();
  const { before } = siblingsOf(projects, project);
  const parent = projects.find(({ id }) => id === project.parent_id);
  const to = (place: ProjectPlace): void => move.mutate({ project, place });
  return (
    <>
      <MenuSeparator />
      <OrderItems to={(step) => steppedProject(projects, project.id, step)} onMove={to} />
      {before !== undefined && (
        <MenuItem onSelect={() => to({ parent_id: before.id })}>
          <CornerDownRight />
          {t("projects.putBelow", { name: before.name })}
        </MenuItem>
      )}
      {parent !== undefined && (
        <MenuItem onSelect={() => to({ parent_id: parent.parent_id, after_id: parent.id })}>
          <CornerLeftUp />
          {t("projects.takeOut", { name: parent.name })}
        </MenuItem>
      )}
    </>
  );
}

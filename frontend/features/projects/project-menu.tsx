"use client";
// What can be done with a project as a whole.
import { Ellipsis, Pencil, Trash2 } from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import type { JSX } from "react";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { useShell } from "@/features/shell/shell-context";
import type { Project } from "@/lib/api/types";
import { useTexts } from "@/lib/texts/texts-provider";
import { useDeleteProject } from "./actions";

export function ProjectMenu({ project }: { project: Project }): JSX.Element {
  const { t } = useTexts();
  const shell = useShell();
  const router = useRouter();
  const path = usePathname();
  const remove = useDeleteProject();
  const leaveIfShown = (): void => {
    if (path === `/projects/${project.id}`) router.push("/inbox");
  };
  return (
    <Menu variant="quiet" size="icon" aria-label={t("projects.options", { name: project.name })} label={<Ellipsis />}>
      <MenuItem onSelect={() => shell.openProject(project)}>
        <Pencil />
        {t("projects.edit")}
      </MenuItem>
      <MenuSeparator />
      <MenuItem danger onSelect={() => remove.mutate(project, { onSuccess: leaveIfShown })}>
        <Trash2 />
        {t("projects.remove")}
      </MenuItem>
    </Menu>
  );
}

"use client";
// What can be done with a project as a whole.
import { Ellipsis, Pencil, Trash2 } from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import type { JSX } from "react";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { useShell } from "@/features/shell/shell-context";
import type { Project } from "@/lib/api/types";
import { useDeleteProject } from "./actions";
import { texts } from "./texts";

export function ProjectMenu({ project }: { project: Project }): JSX.Element {
  const shell = useShell();
  const router = useRouter();
  const path = usePathname();
  const remove = useDeleteProject();
  const leaveIfShown = (): void => {
    if (path === `/projects/${project.id}`) router.push("/inbox");
  };
  return (
    <Menu
      trigger={
        <Button variant="quiet" size="icon" aria-label={texts.options(project.name)}>
          <Ellipsis />
        </Button>
      }
    >
      <MenuItem onSelect={() => shell.openProject(project)}>
        <Pencil />
        {texts.edit}
      </MenuItem>
      <MenuSeparator />
      <MenuItem danger onSelect={() => remove.mutate(project, { onSuccess: leaveIfShown })}>
        <Trash2 />
        {texts.remove}
      </MenuItem>
    </Menu>
  );
}

"use client";
// Making a project, or renaming and recoloring one.
import { type JSX, useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import type { Project } from "@/lib/api/types";
import { uuidv7 } from "@/lib/uuid";
import { useTexts } from "@/lib/texts/texts-provider";
import { useGoTo } from "@/lib/use-go-to";
import { useChangeProject, useCreateProject } from "./actions";
import { ProjectForm } from "./project-form";

interface ProjectDialogProps {
  /** Null makes a new one. */
  project: Project | null;
  onClose: () => void;
}

export function ProjectDialog({ project, onClose }: ProjectDialogProps): JSX.Element {
  const { t } = useTexts();
  return (
    <Dialog
      onClose={onClose}
      title={project === null ? t("projects.newProject") : t("projects.editProject")}
    >
      {project === null ? <NewProject onClose={onClose} /> : <ExistingProject project={project} onClose={onClose} />}
    </Dialog>
  );
}

function NewProject({ onClose }: { onClose: () => void }): JSX.Element {
  const { t } = useTexts();
  const goTo = useGoTo();
  const create = useCreateProject();
  const [id] = useState(uuidv7);
  const onSuccess = (): void => {
    onClose();
    goTo(`/projects/${id}`);
  };
  return (
    <ProjectForm
      initial={{ name: "", color: "blue" }}
      submitLabel={t("projects.create")}
      busy={create.isPending}
      error={create.error}
      onSubmit={(draft) => create.mutate({ ...draft, id }, { onSuccess })}
      onCancel={onClose}
    />
  );
}

function ExistingProject({ project, onClose }: { project: Project; onClose: () => void }): JSX.Element {
  const { t } = useTexts();
  const change = useChangeProject(project);
  return (
    <ProjectForm
      initial={project}
      submitLabel={t("common.save")}
      busy={change.isPending}
      error={change.error}
      onSubmit={(draft) => change.mutate(draft, { onSuccess: onClose })}
      onCancel={onClose}
    />
  );
}

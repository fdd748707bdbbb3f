"use client";
// Making a project, or renaming and recoloring one.
import { useRouter } from "next/navigation";
import { type JSX, useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import type { Project } from "@/lib/api/types";
import { uuidv7 } from "@/lib/uuid";
import { useChangeProject, useCreateProject } from "./actions";
import { ProjectForm } from "./project-form";
import { texts } from "./texts";

interface ProjectDialogProps {
  /** Null makes a new one. */
  project: Project | null;
  onClose: () => void;
}

export function ProjectDialog({ project, onClose }: ProjectDialogProps): JSX.Element {
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={project === null ? texts.newProject : texts.editProject}
      className="sm:max-w-md"
    >
      {project === null ? <NewProject onClose={onClose} /> : <ExistingProject project={project} onClose={onClose} />}
    </Dialog>
  );
}

function NewProject({ onClose }: { onClose: () => void }): JSX.Element {
  const router = useRouter();
  const create = useCreateProject();
  const [id] = useState(uuidv7);
  const onSuccess = (): void => {
    onClose();
    router.push(`/projects/${id}`);
  };
  return (
    <ProjectForm
      initial={{ name: "", color: "blue" }}
      submitLabel={texts.create}
      busy={create.isPending}
      error={create.error}
      onSubmit={(draft) => create.mutate({ ...draft, id }, { onSuccess })}
      onCancel={onClose}
    />
  );
}

function ExistingProject({ project, onClose }: { project: Project; onClose: () => void }): JSX.Element {
  const change = useChangeProject(project);
  return (
    <ProjectForm
      initial={project}
      submitLabel={texts.save}
      busy={change.isPending}
      error={change.error}
      onSubmit={(draft) => change.mutate(draft, { onSuccess: onClose })}
      onCancel={onClose}
    />
  );
}

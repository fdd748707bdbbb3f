// What people do with sections.
import { type ChangeResult, useChange } from "@/features/changes/use-change";
import type { Beside } from "@/features/shell/order";
import { api, written } from "@/lib/api/client";
import type { Section } from "@/lib/api/types";
import { useTexts } from "@/lib/texts/texts-provider";

const pathOf = ({ id }: Section): { path: { section_id: string } } => ({ path: { section_id: id } });

interface NewSection {
  projectId: string;
  id: string;
  name: string;
}

export function useCreateSection(): ChangeResult<NewSection, Section> {
  const { t } = useTexts();
  return useChange({
    send: ({ projectId, ...body }: NewSection) =>
      written(api.POST("/api/projects/{project_id}/sections", { params: { path: { project_id: projectId } }, body })),
    said: ({ name }) => t("projects.created", { name }),
    quiet: true,
  });
}

export function useRenameSection(): ChangeResult<{ section: Section; name: string }, Section> {
  const { t } = useTexts();
  return useChange({
    send: ({ section, name }: { section: Section; name: string }) =>
      written(api.PATCH("/api/sections/{section_id}", { params: pathOf(section), body: { name } })),
    said: ({ name }) => t("projects.changed", { name }),
    quiet: true,
  });
}

export interface SectionStep {
  section: Section;
  to: Beside;
}

export function useMoveSection(): ChangeResult<SectionStep, Section> {
  const { t } = useTexts();
  return useChange({
    send: ({ section, to }: SectionStep) =>
      written(api.POST("/api/sections/{section_id}/move", { params: pathOf(section), body: to })),
    said: ({ section }) => t("tasks.movedToast", { what: t("common.quoted", { text: section.name }) }),
  });
}

export function useDuplicateSection(): ChangeResult<Section, Section> {
  const { t } = useTexts();
  return useChange({
    send: (section: Section) =>
      written(api.POST("/api/sections/{section_id}/duplicate", { params: pathOf(section), body: {} })),
    said: ({ name }) => t("sections.duplicated", { name }),
  });
}

export function useDeleteSection(): ChangeResult<Section, unknown> {
  const { t } = useTexts();
  return useChange({
    send: (section: Section) => written(api.DELETE("/api/sections/{section_id}", { params: pathOf(section) })),
    said: ({ name }) => t("projects.removed", { name }),
  });
}

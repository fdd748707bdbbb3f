// What people do with labels.
import { type ChangeResult, useChange } from "@/features/changes/use-change";
import type { OrderPlace } from "@/features/shell/order";
import { api, written } from "@/lib/api/client";
import type { Label, ProjectColor } from "@/lib/api/types";
import { useTexts } from "@/lib/texts/texts-provider";

export interface LabelDraft {
  name: string;
  color: ProjectColor;
}

const pathOf = ({ id }: Label): { path: { label_id: string } } => ({ path: { label_id: id } });

/** `id` is the new label's own, so that sending it twice makes one. */
export function useCreateLabel(): ChangeResult<LabelDraft & { id: string }, Label> {
  const { t } = useTexts();
  return useChange({
    send: (body: LabelDraft & { id: string }) => written(api.POST("/api/labels", { body })),
    said: ({ name }) => t("projects.created", { name }),
    quiet: true,
  });
}

export function useChangeLabel(label: Label): ChangeResult<Partial<LabelDraft> & { is_favorite?: boolean }, Label> {
  const { t } = useTexts();
  return useChange({
    send: (body: Partial<LabelDraft> & { is_favorite?: boolean }) =>
      written(api.PATCH("/api/labels/{label_id}", { params: pathOf(label), body })),
    said: (_, { name }) => t("projects.changed", { name }),
    quiet: true,
  });
}

export function useMoveLabel(): ChangeResult<{ item: Label; place: OrderPlace }, Label> {
  const { t } = useTexts();
  return useChange({
    send: ({ item, place }: { item: Label; place: OrderPlace }) =>
      written(api.POST("/api/labels/{label_id}/move", { params: pathOf(item), body: place })),
    said: ({ item: { name } }) => t("tasks.movedToast", { what: t("common.quoted", { text: name }) }),
  });
}

export function useDeleteLabel(): ChangeResult<Label, unknown> {
  const { t } = useTexts();
  return useChange({
    send: (label: Label) => written(api.DELETE("/api/labels/{label_id}", { params: pathOf(label) })),
    said: ({ name }) => t("labels.removed", { name }),
  });
}

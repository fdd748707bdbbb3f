// What people do with saved filters.
import { type ChangeResult, useChange } from "@/features/changes/use-change";
import type { OrderPlace } from "@/features/shell/order";
import { api, written } from "@/lib/api/client";
import type { ProjectColor, SavedFilter } from "@/lib/api/types";
import { useTexts } from "@/lib/texts/texts-provider";

export interface FilterDraft {
  name: string;
  query: string;
  color: ProjectColor;
}

const pathOf = ({ id }: SavedFilter): { path: { filter_id: string } } => ({ path: { filter_id: id } });

/** `id` is the new filter's own, so that sending it twice makes one. */
export function useCreateFilter(): ChangeResult<FilterDraft & { id: string }, SavedFilter> {
  const { t } = useTexts();
  return useChange({
    send: (body: FilterDraft & { id: string }) => written(api.POST("/api/filters", { body })),
    said: ({ name }) => t("projects.created", { name }),
    quiet: true,
  });
}

export function useChangeFilter(filter: SavedFilter): ChangeResult<Partial<FilterDraft> & { is_favorite?: boolean }, SavedFilter> {
  const { t } = useTexts();
  return useChange({
    send: (body: Partial<FilterDraft> & { is_favorite?: boolean }) =>
      written(api.PATCH("/api/filters/{filter_id}", { params: pathOf(filter), body })),
    said: (_, { name }) => t("projects.changed", { name }),
    quiet: true,
  });
}

export function useMoveFilter(): ChangeResult<{ item: SavedFilter; place: OrderPlace }, SavedFilter> {
  const { t } = useTexts();
  return useChange({
    send: ({ item, place }: { item: SavedFilter; place: OrderPlace }) =>
      written(api.POST("/api/filters/{filter_id}/move", { params: pathOf(item), body: place })),
    said: ({ item: { name } }) => t("tasks.movedToast", { what: t("common.quoted", { text: name }) }),
  });
}

export function useDeleteFilter(): ChangeResult<SavedFilter, unknown> {
  const { t } = useTexts();
  return useChange({
    send: (filter: SavedFilter) => written(api.DELETE("/api/filters/{filter_id}", { params: pathOf(filter) })),
    said: ({ name }) => t("filters.removed", { name }),
  });
}

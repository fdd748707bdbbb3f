// Bringing back what was deleted, and deleting it for good.
import { type ChangeResult, useChange } from "@/features/changes/use-change";
import { api, written } from "@/lib/api/client";
import type { ChangeGroup, TrashItem } from "@/lib/api/types";
import { useTexts } from "@/lib/texts/texts-provider";

const pathOf = ({ entity, id }: TrashItem): { path: { entity: TrashItem["entity"]; entity_id: string } } => ({
  path: { entity, entity_id: id },
});

export function useRestore(): ChangeResult<TrashItem, ChangeGroup> {
  const { t } = useTexts();
  return useChange({
    send: (item: TrashItem) =>
      written(api.POST("/api/trash/{entity}/{entity_id}/restore", { params: pathOf(item) })),
    said: ({ title }) => t("trash.restored", { name: title }),
  });
}

export function usePurge(): ChangeResult<TrashItem, unknown> {
  const { t } = useTexts();
  return useChange({
    send: (item: TrashItem) => written(api.DELETE("/api/trash/{entity}/{entity_id}", { params: pathOf(item) })),
    said: ({ title }) => t("trash.purged", { name: title }),
  });
}

export function useEmptyTrash(): ChangeResult<undefined, unknown> {
  const { t } = useTexts();
  return useChange({
    send: () => written(api.DELETE("/api/trash")),
    said: () => t("trash.emptied"),
  });
}

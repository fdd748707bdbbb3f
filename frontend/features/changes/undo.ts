// Taking back what a command changed, and the message that offers it.
import { type UseMutationResult, useMutation, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { type Toasts, useToasts } from "@/components/ui/toasts";
import { api, read } from "@/lib/api/client";
import { describeError } from "@/lib/api/problem";
import type { ChangeGroup } from "@/lib/api/types";
import { useTexts } from "@/lib/texts/texts-provider";
import type { Texts } from "@/lib/texts/translate";
import { refreshAfterChange } from "./refresh";

/** What takes longer than this is said to be going on. */
export const SLOW_MS = 600;

type Undo = (groupId: string) => Promise<ChangeGroup>;

export interface Announce {
  /** Says what was done and offers to undo it; a null group cannot be undone. */
  done: (title: string, changeGroup: string | null) => void;
  failed: (error: Error) => void;
}

/** Undoes a change group; of the group that comes back, an undo is a redo. */
export function useUndo(): UseMutationResult<ChangeGroup, Error, string> {
  const client = useQueryClient();
  return useMutation({
    mutationKey: ["change", "undo"],
    mutationFn: (groupId) =>
      read(api.POST("/api/changes/{group_id}/undo", { params: { path: { group_id: groupId } } })),
    onSettled: () => refreshAfterChange(client),
  });
}

export function useAnnounce(): Announce {
  const toasts = useToasts();
  const texts = useTexts();
  // Its promise is kept even when the component that asked is gone, as a closed dialog is.
  const { mutateAsync } = useUndo();
  return useMemo(() => createAnnounce(toasts, mutateAsync, texts), [toasts, mutateAsync, texts]);
}

export function createAnnounce(toasts: Pick<Toasts, "show">, undo: Undo, texts: Pick<Texts, "t" | "has">): Announce {
  const { t } = texts;
  const failed = (error: Error): void => toasts.show({ title: describeError(error, texts), tone: "danger" });
  const offer = (title: string, group: string, label: "undo" | "redo"): void => {
    const onAct = (): void => {
      const said = label === "undo" ? t("common.undone") : t("common.redone");
      // Of an import it takes seconds.
      const waiting = setTimeout(() => toasts.show({ title: t("common.oneMoment") }), SLOW_MS);
      void undo(group)
        .finally(() => clearTimeout(waiting))
        .then(({ id }) => offer(said, id, label === "undo" ? "redo" : "undo"), failed);
    };
    toasts.show({ title, action: { label: t(`common.${label}`), onAct }, moment: group });
  };
  const done = (title: string, group: string | null): void => {
    if (group === null) toasts.show({ title });
    else offer(title, group, "undo");
  };
  return { done, failed };
}

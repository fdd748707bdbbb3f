// In which order changes go to the server, and when what was changed last has got there.
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useToasts } from "@/components/ui/toasts";

/** The scope of changes to tasks: one is meant to follow the one before it, and is told of after it. */
export const ONE_BY_ONE = { id: "tasks" };

/** Takes back the newest change. One that is on its way is waited for: who undoes means it, and none before it. */
export function useUndoNewest(): () => void {
  const client = useQueryClient();
  const { actOnNewest } = useToasts();
  return useCallback(() => whenSent(client, actOnNewest), [client, actOnNewest]);
}

function whenSent(client: QueryClient, act: () => void): void {
  const isSending = (): boolean =>
    client.isMutating({ mutationKey: ["change"], predicate: ({ options }) => options.mutationKey?.[1] !== "undo" }) > 0;
  if (!isSending()) {
    act();
    return;
  }
  const stop = client.getMutationCache().subscribe(() => {
    if (isSending()) return;
    stop();
    act();
  });
}

// Which parts of the query cache a change makes stale.
import type { QueryClient } from "@tanstack/react-query";

const CHANGED = ["tasks", "projects", "changes", "labels", "filters", "counts", "trash", "activity"];

/**
 * Marks what shows tasks or projects as stale. While other changes are under way the last of them will do it: an answer
 * from before them would show their things as they were. `own` counts the caller's change while it still runs.
 */
export function refreshAfterChange(client: QueryClient, own: 0 | 1 = 1): void {
  if (client.isMutating({ mutationKey: ["change"] }) > own) return;
  for (const kind of CHANGED) void client.invalidateQueries({ queryKey: [kind] });
}

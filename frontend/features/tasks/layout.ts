// Whether a project is shown as a list or as a board, on this device.
import { useCallback, useSyncExternalStore } from "react";

export type Layout = "list" | "board";

const KEY = "boards";
const listeners = new Set<() => void>();

function boards(): string[] {
  return (window.localStorage.getItem(KEY) ?? "").split(" ").filter(Boolean);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useLayout(projectId: string): [Layout, (layout: Layout) => void] {
  const get = (): Layout => (boards().includes(projectId) ? "board" : "list");
  const layout = useSyncExternalStore<Layout>(subscribe, get, () => "list");
  const set = useCallback(
    (next: Layout) => {
      const others = boards().filter((id) => id !== projectId);
      window.localStorage.setItem(KEY, (next === "board" ? [...others, projectId] : others).join(" "));
      for (const listener of listeners) listener();
    },
    [projectId],
  );
  return [layout, set];
}

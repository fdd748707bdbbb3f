// Whether a project is shown as a list or as a board, on this device.
import { useCallback } from "react";
import { keptIds } from "@/lib/kept-ids";
import { useStore } from "@/lib/store";

export type Layout = "list" | "board";

const boards = keptIds("boards");

export function useLayout(projectId: string): [Layout, (layout: Layout) => void] {
  const get = (ids: ReadonlySet<string>): Layout => (ids.has(projectId) ? "board" : "list");
  const set = useCallback(
    (next: Layout) => {
      if ((next === "board") !== boards.get().has(projectId)) boards.toggle(projectId);
    },
    [projectId],
  );
  return [useStore(boards, get, "list"), set];
}

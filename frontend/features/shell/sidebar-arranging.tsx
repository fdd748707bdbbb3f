"use client";
// Moving projects, labels and filters in the navigation: by dragging, or with Alt and the arrow keys on a link. Comes when
// there is time, and listens to the navigation that it stands in.
import { useQueryClient } from "@tanstack/react-query";
import { type JSX, useEffect, useLayoutEffect, useRef } from "react";
import { useMoveFilter } from "@/features/filters/actions";
import { useFilters } from "@/features/filters/queries";
import { useMoveLabel } from "@/features/labels/actions";
import { useLabels } from "@/features/labels/queries";
import { useMoveProject } from "@/features/projects/arranging";
import { useProjects } from "@/features/projects/queries";
import { beginDrag, type Drop, type Rows } from "@/features/tasks/drag";
import { deedOf } from "@/lib/keys";
import { SIDEBAR } from "@/lib/keys-of-parts";
import { droppedPlace, droppedProject, type OrderPlace, reordered, type Step, steppedPlace, steppedProject } from "./order";

const ROWS: Rows = { selector: "[data-arrange-id]", idOf: (row) => row.dataset.arrangeId ?? "" };

export function SidebarArranging(): JSX.Element {
  const mark = useRef<HTMLSpanElement>(null);
  const { lists, drawn } = useLists();
  const onDrop = useRef<(drop: Drop) => void>(() => undefined);
  const onStep = useRef<(list: string, id: string, step: Step) => void>(() => undefined);
  const held = useRef<string>(null);
  useEffect(() => {
    onDrop.current = (drop) => lists[drop.list]?.drop(drop);
    onStep.current = (list, id, step) => {
      held.current = id;
      lists[list]?.step(id, step);
    };
  });
  useEffect(() => {
    const nav = mark.current?.closest<HTMLElement>("nav");
    return nav == null ? undefined : listen(nav, onDrop, onStep, held);
  }, []);
  // What is drawn anew at another place has lost the focus.
  useLayoutEffect(() => {
    const row = mark.current?.closest("nav")?.querySelector(`[data-arrange-id="${held.current ?? ""}"]`);
    if (held.current !== null && row?.contains(document.activeElement) === false) row.querySelector("a")?.focus();
  }, [drawn]);
  return <span ref={mark} hidden />;
}

type Latest<Handler> = React.RefObject<Handler>;

function listen(
  nav: HTMLElement,
  onDrop: Latest<(drop: Drop) => void>,
  onStep: Latest<(list: string, id: string, step: Step) => void>,
  held: Latest<string | null>,
): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  let stop: (() => void) | undefined;
  const onPointerDown = (event: PointerEvent): void => {
    held.current = null;
    if ((event.target as HTMLElement).closest("a") === null) return;
    const list = (event.target as HTMLElement).closest<HTMLElement>("[data-drop]")?.dataset.drop;
    const within = {
      current: (drop: Drop) => {
        if (drop.list === list) onDrop.current(drop);
      },
    };
    stop?.();
    stop = beginDrag(event, within, { rows: ROWS, nests: list === "projects" });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = deedOf(SIDEBAR, event);
    const link = (event.target as HTMLElement).closest("a");
    const id = link?.closest<HTMLElement>(ROWS.selector)?.dataset.arrangeId;
    const list = link?.closest<HTMLElement>("[data-drop]")?.dataset.drop;
    if (!event.altKey || event.ctrlKey || event.metaKey) held.current = null;
    else if (step !== undefined && id !== undefined && list !== undefined) {
      event.preventDefault();
      onStep.current(list, id, step);
    }
  };
  nav.addEventListener("pointerdown", onPointerDown, { signal });
  nav.addEventListener("keydown", onKeyDown, { signal });
  // Links are dragged as links otherwise.
  nav.addEventListener("dragstart", (event) => event.preventDefault(), { signal });
  return () => {
    stop?.();
    listening.abort();
  };
}

interface Arranged {
  drop: (drop: Drop) => void;
  step: (id: string, step: Step) => void;
}

/** By the name of the list; `drawn` changes when one of them does. */
function useLists(): { lists: Record<string, Arranged>; drawn: unknown } {
  const projects = useProjectList();
  const labels = useLabels();
  const filters = useFilters();
  const moveLabel = useMoveLabel();
  const moveFilter = useMoveFilter();
  const lists = {
    projects: projects.list,
    labels: useFlatList("labels", labels, (item, place) => moveLabel.mutate({ item, place })),
    filters: useFlatList("filters", filters, (item, place) => moveFilter.mutate({ item, place })),
  };
  const drawn = [projects.drawn, labels, filters].flat().map(({ id }) => id).join();
  return { lists, drawn };
}

function useFlatList<Item extends { id: string }>(
  key: string,
  items: readonly Item[],
  move: (item: Item, place: OrderPlace) => void,
): Arranged {
  const client = useQueryClient();
  const put = (id: string, place: OrderPlace | null): void => {
    const item = items.find((one) => one.id === id);
    if (item === undefined || place === null) return;
    client.setQueryData([key], reordered(items, id, place));
    move(item, place);
  };
  return {
    drop: (drop) => put(drop.id, droppedPlace(items, drop)),
    step: (id, step) => put(id, steppedPlace(items, id, step)),
  };
}

function useProjectList(): { list: Arranged; drawn: { id: string }[] } {
  const client = useQueryClient();
  const projects = useProjects();
  const { mutate } = useMoveProject();
  const put = (id: string, place: ReturnType<typeof steppedProject>): void => {
    const project = projects.find((one) => one.id === id);
    if (project?.role !== "owner" || place === null) return;
    const there = projects.map((one) => (one.id === id ? { ...one, parent_id: place.parent_id } : one));
    client.setQueryData(["projects"], reordered(there, id, place));
    mutate({ project, place });
  };
  const list: Arranged = {
    drop: (drop) => put(drop.id, droppedProject(projects, drop)),
    step: (id, step) => put(id, steppedProject(projects, id, step)),
  };
  return { list, drawn: projects.map(({ id, parent_id }) => ({ id: `${id}:${parent_id ?? ""}` })) };
}

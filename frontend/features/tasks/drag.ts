// Dragging rows with mouse, pen or finger (after a short hold). Where a row may be dropped is said by attributes: tasks by
// `data-task-id`, lists by `data-drop`. Everything that it does has a key as well.
import { type PointerEvent as ReactPointerEvent, type RefObject, useEffect, useRef } from "react";
import { selection } from "./selection";

export interface Drop {
  id: string;
  /** `data-drop` of the list it is dropped in. */
  list: string;
  /** The task whose place it takes; null at the end. */
  beforeId: string | null;
  /** The task it is dropped below as its subtask. */
  parentId: string | null;
}

const THRESHOLD_PX = 6;
const HOLD_MS = 320;
const INDENT_PX = 44;
const EDGE_PX = 56;
const SPEED_PX = 12;

/** What is dragged. */
export interface Rows {
  selector: string;
  idOf: (row: HTMLElement) => string;
  /** A finger that held a row and did not move. */
  onHold?: (id: string) => void;
}

const TASKS: Rows = {
  selector: "[data-task-id]",
  idOf: (row) => row.dataset.taskId ?? "",
  onHold: (id) => selection.toggle(id),
};

interface DragOptions {
  /** Dragging to the right puts it below another. */
  nests?: boolean;
  rows?: Rows;
}

interface Drag {
  id: string;
  row: HTMLElement;
  startX: number;
  startY: number;
  ghost: HTMLElement | null;
  line: HTMLElement | null;
  drop: Drop | null;
  /** Since it was lifted. */
  moved: boolean;
  nests: boolean;
  rows: Rows;
}

/** Pointer handler for the element that holds all the lists. */
export function useDrag(onDrop: (drop: Drop) => void, options: DragOptions = {}): { onPointerDown: (event: ReactPointerEvent) => void } {
  const latest = useRef(onDrop);
  const stop = useRef<() => void>(undefined);
  useEffect(() => {
    latest.current = onDrop;
  });
  useEffect(() => () => stop.current?.(), []);
  const onPointerDown = (event: ReactPointerEvent): void => {
    stop.current?.();
    stop.current = beginDrag(event.nativeEvent, latest, options);
  };
  return { onPointerDown };
}

type Latest = RefObject<(drop: Drop) => void>;

/** Where a pointer goes down on a row, watches it until it is let go; gives back how to call it off. */
export function beginDrag(event: PointerEvent, latest: Latest, { nests = false, rows = TASKS }: DragOptions): (() => void) | undefined {
  const target = event.target as HTMLElement;
  const row = target.closest<HTMLElement>(rows.selector);
  if (row === null || event.button !== 0 || target.closest("input, [role=menu]")) return undefined;
  const { clientX: startX, clientY: startY } = event;
  return follow({ id: rows.idOf(row), row, startX, startY, ghost: null, line: null, drop: null, moved: false, nests, rows }, event, latest);
}

function follow(drag: Drag, start: PointerEvent, latest: Latest): () => void {
  const { startX, startY } = drag;
  const scroller = drag.row.closest<HTMLElement>("main, nav");
  const board = drag.row.closest<HTMLElement>(".board");
  const touch = start.pointerType === "touch";
  const hold = touch ? setTimeout(() => lift(drag, startX, startY), HOLD_MS) : undefined;
  const onMove = (event: PointerEvent): void => {
    const far = Math.hypot(event.clientX - drag.startX, event.clientY - drag.startY) > THRESHOLD_PX;
    if (drag.ghost === null) {
      // A finger that moves at once scrolls.
      if (far && touch) end(false);
      else if (far) lift(drag, event.clientX, event.clientY);
      return;
    }
    drag.moved ||= far;
    move(drag, event);
    scrollAtEdge(scroller, event.clientY);
    scrollSideways(board, event.clientX);
  };
  const onTouchMove = (event: TouchEvent): void => {
    if (drag.ghost !== null) event.preventDefault();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || drag.ghost === null) return;
    event.preventDefault();
    event.stopPropagation();
    end(false);
  };
  // Held for long, a link would show what can be done with it.
  const onMenu = (event: Event): void => {
    if (touch) event.preventDefault();
  };
  const onUp = (): void => end(true);
  const onCancel = (): void => end(false);
  const listening = new AbortController();
  const end = (take: boolean): void => {
    clearTimeout(hold);
    listening.abort();
    const lifted = drag.ghost !== null;
    putDown(drag);
    // Called off once more when the next press begins: that is no letting go.
    drag.ghost = null;
    if (lifted) swallowClick();
    if (!take || !lifted) return;
    if (drag.drop !== null) latest.current(drag.drop);
    // A finger that only held still means the row itself.
    else if (touch && !drag.moved) drag.rows.onHold?.(drag.id);
  };
  const { signal } = listening;
  document.addEventListener("pointermove", onMove, { signal });
  document.addEventListener("touchmove", onTouchMove, { signal, passive: false });
  document.addEventListener("contextmenu", onMenu, { signal });
  document.addEventListener("pointerup", onUp, { signal });
  document.addEventListener("pointercancel", onCancel, { signal });
  document.addEventListener("keydown", onKey, { signal, capture: true });
  return () => end(false);
}

function lift(drag: Drag, x: number, y: number): void {
  const ghost = document.createElement("div");
  ghost.className = "drag-ghost";
  ghost.ariaHidden = "true";
  const title = drag.row.querySelector("[data-drag-title]") ?? drag.row.querySelector("[data-task-title]")?.firstElementChild;
  ghost.textContent = title?.textContent ?? "";
  const line = document.createElement("div");
  line.className = "drag-line";
  line.hidden = true;
  // Above a modal layer is only what is in it.
  (drag.row.closest(".modal-layer") ?? document.body).append(ghost, line);
  document.documentElement.dataset.dragging = "";
  drag.row.dataset.lifted = "";
  Object.assign(drag, { ghost, line });
  place(ghost, x, y);
}

function putDown({ ghost, line, row }: Drag): void {
  ghost?.remove();
  line?.remove();
  delete document.documentElement.dataset.dragging;
  delete row.dataset.lifted;
}

function move(drag: Drag, event: PointerEvent): void {
  if (drag.ghost !== null) place(drag.ghost, event.clientX, event.clientY);
  const under = document.elementFromPoint(event.clientX, event.clientY);
  const list = under?.closest<HTMLElement>("[data-drop]") ?? null;
  if (list === null) { show(drag, null, null); return; }
  const { idOf, selector } = drag.rows;
  const rows = Array.from(list.querySelectorAll<HTMLElement>(selector)).filter((row) => row !== drag.row);
  const next = rows.find((row) => event.clientY < middleOf(row)) ?? null;
  const previous = next === null ? rows.at(-1) : rows[rows.indexOf(next) - 1];
  const drop = { id: drag.id, list: list.dataset.drop ?? "", beforeId: next === null ? null : idOf(next), parentId: null };
  const nested = drag.nests && previous !== undefined && event.clientX - drag.startX > INDENT_PX;
  drag.drop = nested ? { ...drop, parentId: idOf(previous) } : drop;
  show(drag, lineAt(list, previous, next), nested);
}

function middleOf(row: HTMLElement): number {
  const { top, height } = row.getBoundingClientRect();
  return top + height / 2;
}

interface Line {
  top: number;
  left: number;
  width: number;
}

function lineAt(list: HTMLElement, previous: HTMLElement | undefined, next: HTMLElement | null): Line {
  const { left, width, top } = list.getBoundingClientRect();
  return { left, width, top: next?.getBoundingClientRect().top ?? previous?.getBoundingClientRect().bottom ?? top };
}

function show(drag: Drag, at: Line | null, nested: boolean | null): void {
  if (drag.line === null) return;
  drag.line.hidden = at === null;
  if (at === null) {
    drag.drop = null;
    return;
  }
  const indent = nested === true ? INDENT_PX : 0;
  Object.assign(drag.line.style, {
    top: `${at.top - 1}px`,
    left: `${at.left + 12 + indent}px`,
    width: `${at.width - 24 - indent}px`,
  });
}

function place(ghost: HTMLElement, x: number, y: number): void {
  ghost.style.transform = `translate(${x + 12}px, ${y + 8}px)`;
}

function scrollAtEdge(scroller: HTMLElement | null, y: number): void {
  if (scroller === null) return;
  const { top, bottom } = scroller.getBoundingClientRect();
  if (y < top + EDGE_PX) scroller.scrollTop -= SPEED_PX;
  else if (y > bottom - EDGE_PX) scroller.scrollTop += SPEED_PX;
}

/** Columns that do not fit on a phone come into sight. */
function scrollSideways(board: HTMLElement | null, x: number): void {
  if (board === null) return;
  if (x < EDGE_PX) board.scrollLeft -= SPEED_PX;
  else if (x > window.innerWidth - EDGE_PX) board.scrollLeft += SPEED_PX;
}

/** Letting go over a button is no press of it. */
function swallowClick(): void {
  const swallow = (event: MouseEvent): void => {
    event.preventDefault();
    event.stopPropagation();
  };
  document.addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => document.removeEventListener("click", swallow, { capture: true }), 0);
}

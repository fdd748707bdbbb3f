"use client";
// Selecting many tasks at once: a stretch of them with Shift and a click, all of the page with Ctrl and A.
import { useEffect } from "react";
import { isPageOnTop } from "@/lib/keyboard";
import { deedOf } from "@/lib/keys";
import { SELECTION } from "@/lib/keys-of-parts";
import { taskIdInFocus } from "./list-focus";
import { selection } from "./selection";

const ROWS = "main [data-task-id]";
const TYPED_INTO = "input, textarea, select, [contenteditable]";

export function useSelectMany(): void {
  useEffect(() => {
    const listening = new AbortController();
    const early = { capture: true, signal: listening.signal };
    // Before the row hears of it, which would only select itself.
    window.addEventListener("click", onClick, early);
    window.addEventListener("mousedown", onMouseDown, early);
    document.addEventListener("keydown", onKeyDown, { signal: listening.signal });
    return () => listening.abort();
  }, []);
}

function onClick(event: MouseEvent): void {
  const row = rowOf(event);
  if (row === null) return;
  event.preventDefault();
  event.stopPropagation();
  selection.add(stretchTo(idOf(row)));
}

/** With Shift held, browsers would select the words in between. */
function onMouseDown(event: MouseEvent): void {
  if (rowOf(event) !== null) event.preventDefault();
}

function onKeyDown(event: KeyboardEvent): void {
  const typing = event.target instanceof Element && event.target.closest(TYPED_INTO) !== null;
  if (deedOf(SELECTION, event) !== "all" || event.defaultPrevented || typing || !isPageOnTop()) return;
  // Elsewhere on the page the key is the browser's own.
  if (taskIdInFocus() === null && selection.get().size === 0) return;
  event.preventDefault();
  selectAll();
}

/** All tasks of the page. */
export function selectAll(): void {
  selection.add(openRows().map(idOf));
}

function rowOf(event: MouseEvent): HTMLElement | null {
  if (!event.shiftKey || event.ctrlKey || event.metaKey) return null;
  return event.target instanceof Element ? event.target.closest<HTMLElement>(ROWS) : null;
}

/** From the task that was selected last, or has the focus, to this one, both included. */
function stretchTo(id: string): string[] {
  const ids = rows().map(idOf);
  const from = ids.indexOf([...selection.get()].at(-1) ?? taskIdInFocus() ?? id);
  const to = ids.indexOf(id);
  if (from === -1) return [id];
  const stretch = ids.slice(Math.min(from, to), Math.max(from, to) + 1);
  // The one that was clicked is the last, so that the next stretch begins there.
  return from > to ? stretch.toReversed() : stretch;
}

/** Tasks that are done stand below those that are not; all of them are meant only where there are no others. */
function openRows(): HTMLElement[] {
  const all = rows();
  const open = all.filter((row) => row.querySelector('[role="checkbox"][aria-checked="false"]') !== null);
  return open.length > 0 ? open : all;
}

function rows(): HTMLElement[] {
  return Array.from(document.querySelectorAll<HTMLElement>(ROWS));
}

function idOf(row: HTMLElement): string {
  return row.dataset.taskId ?? "";
}

// Selecting with a finger: a row that is held begins a selection, and from then on a tap puts a row in or takes it out.
import { useEffect } from "react";
import { selection } from "./selection";

export const HOLD_MS = 320;
const SLIP_PX = 6;
const ROW = "main [data-task-id]";
/** What folds rows or opens a menu does so while rows are selected, too. */
const OWN_MEANING = "[aria-expanded], [role=menu]";

/** What the press that is going on has been so far. */
interface Press {
  /** By a finger, not by a mouse or a key. */
  finger: boolean;
  /** For longer than a tap: letting go is no click. */
  held: boolean;
  stop: () => void;
}

const noPress = (): Press => ({ finger: false, held: false, stop: () => undefined });

export function useSelectByTouch(): void {
  useEffect(() => {
    const listening = new AbortController();
    // Before the row hears of it, which would open its task.
    const early = { capture: true, signal: listening.signal };
    let press = noPress();
    const end = (): void => {
      press.stop();
      press = noPress();
    };
    const onDown = (event: PointerEvent): void => {
      end();
      if (event.pointerType === "touch") press = pressOf(event);
    };
    // Rows that can be dragged are lifted for that, and select themselves when they are let go where they were.
    const onUp = (): void => {
      press.stop();
      press.held ||= document.querySelector("[data-lifted]") !== null;
    };
    window.addEventListener("pointerdown", onDown, early);
    window.addEventListener("pointerup", onUp, early);
    window.addEventListener("pointercancel", end, early);
    window.addEventListener("keydown", end, early);
    window.addEventListener("click", (event) => onClick(event, press), early);
    return () => {
      end();
      listening.abort();
    };
  }, []);
}

function onClick(event: MouseEvent, { finger, held }: Press): void {
  const target = event.target as Element;
  const row = target.closest<HTMLElement>(ROW);
  if (row === null || !finger || (!held && selection.get().size === 0)) return;
  if (!held && target.closest(OWN_MEANING) !== null) return;
  event.preventDefault();
  event.stopPropagation();
  if (!held) selection.toggle(idOf(row));
}

function pressOf(start: PointerEvent): Press {
  const target = start.target as Element;
  const row = target.closest<HTMLElement>(ROW);
  const press = { ...noPress(), finger: true };
  if (row?.closest("[data-drop]") !== null || target.closest("input, [role=menu]") !== null) return press;
  const holding = new AbortController();
  const { signal } = holding;
  const timer = setTimeout(() => {
    press.held = true;
    selection.toggle(idOf(row));
  }, HOLD_MS);
  signal.addEventListener("abort", () => clearTimeout(timer));
  const onMove = ({ clientX, clientY }: PointerEvent): void => {
    if (Math.hypot(clientX - start.clientX, clientY - start.clientY) > SLIP_PX) clearTimeout(timer);
  };
  document.addEventListener("pointermove", onMove, { signal });
  document.addEventListener("contextmenu", (event) => event.preventDefault(), { signal });
  press.stop = () => holding.abort();
  return press;
}

function idOf(row: HTMLElement): string {
  return row.dataset.taskId ?? "";
}

// Moving the keyboard's focus between the tasks on a page.

const TITLES = "[data-task-title]";
const ROWS = "[data-task-id]";

/** From the task that has the focus to the next (1) or the one before (-1); to the first or last when none has it. */
export function moveFocus(step: 1 | -1): void {
  const current = rowInFocus();
  focusOn(current === null ? (step === 1 ? allTitles()[0] : allTitles().at(-1)) : titleBeside(current, step));
}

/** Before a row goes: if it has the focus, hands it to the next row, so that the keyboard stays in the list. */
export function leaveRow(id: string): void {
  const row = rowInFocus();
  if (row?.dataset.taskId !== id) return;
  focusOn(titleBeside(row, 1) ?? titleBeside(row, -1) ?? document.querySelector<HTMLElement>("main"));
}

/** Of the row that has the focus; null when none has it. */
export function taskIdInFocus(): string | null {
  return rowInFocus()?.dataset.taskId ?? null;
}

/** To the title of this task, where it is on the page. */
export function focusTask(id: string): void {
  focusOn(document.querySelector<HTMLElement>(`[data-task-id="${CSS.escape(id)}"] ${TITLES}`));
}

function focusOn(element: HTMLElement | null | undefined): void {
  if (element == null) return;
  const group = element.closest<HTMLElement>(".row-group");
  // What is out of sight in a long list is not laid out, and takes no focus until it is. To lay out what is takes long.
  const asleep = group !== null && !isLaidOut(element);
  if (asleep) group.style.setProperty("content-visibility", "visible");
  element.focus({ preventScroll: true });
  if (asleep) group.style.removeProperty("content-visibility");
  element.scrollIntoView({ block: "nearest" });
}

function isLaidOut(element: HTMLElement): boolean {
  return element.checkVisibility({ contentVisibilityAuto: true });
}

function rowInFocus(): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>(ROWS) ?? null;
}

/** The title of the row after (1) or before (-1) this one, in whichever list that is. */
function titleBeside(row: HTMLElement, step: 1 | -1): HTMLElement | undefined {
  const titles = allTitles();
  const title = row.querySelector<HTMLElement>(TITLES);
  const index = title === null ? -1 : titles.indexOf(title);
  return index === -1 ? undefined : titles[index + step];
}

function allTitles(): HTMLElement[] {
  return Array.from(document.querySelectorAll<HTMLElement>(TITLES));
}

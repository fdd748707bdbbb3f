// Moving the keyboard's focus between the tasks on a page.

const TITLES = "[data-task-title]";

/** From the task that has the focus to the next (1) or the one before (-1); to the first or last when none has it. */
export function moveFocus(step: 1 | -1): void {
  const titles = allTitles();
  const current = titles.findIndex((title) => rowOf(title)?.contains(document.activeElement));
  const target = current === -1 ? (step === 1 ? 0 : titles.length - 1) : current + step;
  focusOn(titles[target]);
}

/** Before a row goes: if it has the focus, hands it to the next row, so that the keyboard stays in the list. */
export function leaveRow(id: string): void {
  const titles = allTitles();
  const index = titles.findIndex((title) => rowOf(title)?.dataset.taskId === id);
  const row = rowOf(titles[index]);
  if (!row?.contains(document.activeElement)) return;
  focusOn(titles[index + 1] ?? titles[index - 1] ?? document.querySelector<HTMLElement>("main"));
}

/** Of the row that has the focus; null when none has it. */
export function taskIdInFocus(): string | null {
  return document.activeElement?.closest<HTMLElement>("[data-task-id]")?.dataset.taskId ?? null;
}

/** To the title of this task, where it is on the page. */
export function focusTask(id: string): void {
  focusOn(allTitles().find((title) => rowOf(title)?.dataset.taskId === id));
}

function focusOn(element: HTMLElement | null | undefined): void {
  const row = element?.closest<HTMLElement>(".task-row");
  // What is out of sight in a long list is not laid out, and takes no focus until it is.
  row?.style.setProperty("content-visibility", "visible");
  element?.focus({ preventScroll: true });
  row?.style.removeProperty("content-visibility");
  element?.scrollIntoView({ block: "nearest" });
}

function allTitles(): HTMLElement[] {
  return Array.from(document.querySelectorAll<HTMLElement>(TITLES));
}

function rowOf(title: HTMLElement | undefined): HTMLElement | null {
  return title?.closest<HTMLElement>("[data-task-id]") ?? null;
}

// When single keys may act as shortcuts. Pure but for looking at the page.

const TYPED_INTO = 'input, textarea, select, [contenteditable="true"]';
const MODAL = '[aria-modal], [role="menu"], [role="listbox"]';

/** Not while typing, not with a modifier, not behind a dialog or menu, not when somebody has acted on it already. */
export function isShortcut(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false;
  const typing = event.target instanceof Element && event.target.closest(TYPED_INTO) !== null;
  return !typing && document.querySelector(MODAL) === null;
}

/** The palette opens also while typing, but not over a dialog, whose place it would take. */
export function mayOpenPalette(): boolean {
  return document.querySelector(MODAL) === null;
}

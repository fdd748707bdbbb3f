// When single keys may act as shortcuts. Pure but for looking at the page.

const TYPED_INTO = 'input, textarea, select, [contenteditable="true"]';
const MODAL = '[aria-modal], [role="menu"], [role="listbox"]';

/** Not while typing, not with a modifier, not behind a dialog or menu, not when somebody has acted on it already. */
export function isShortcut(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false;
  const typing = event.target instanceof Element && event.target.closest(TYPED_INTO) !== null;
  return !typing && isPageOnTop();
}

/** Neither a dialog nor a menu is over the page. What may come up while somebody types, comes up only then. */
export function isPageOnTop(): boolean {
  return document.querySelector(MODAL) === null;
}

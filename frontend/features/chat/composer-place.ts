/** Puts the focus into the composer that is on screen; nothing happens without one. */
export function focusComposer(): void {
  document.querySelector<HTMLElement>("[data-chat-composer]")?.focus();
}

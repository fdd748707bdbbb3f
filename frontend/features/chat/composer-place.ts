/** Finds the composer that is on screen, to put the focus there. */
export const COMPOSER = "[data-chat-composer]";

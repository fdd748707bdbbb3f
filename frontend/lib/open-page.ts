/** Opens a page of ours afresh. Unlike a client navigation it leaves nothing in memory: for when the person changes. */
export function openPage(path: string): void {
  window.location.assign(path);
}

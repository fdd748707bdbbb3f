// Which change groups this tab has made itself: their answers have brought the news already.

const KEPT = 200;
const own = new Set<string>();

export function noteOwnChange(group: string | null): void {
  if (group === null) return;
  own.add(group);
  for (const oldest of own) {
    if (own.size <= KEPT) break;
    own.delete(oldest);
  }
}

export function isOwnChange(group: string): boolean {
  return own.has(group);
}

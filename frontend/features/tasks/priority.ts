// Priorities, 1 (highest) to 4 (none), and their names.

export const PRIORITIES = [1, 2, 3, 4] as const;

export function priorityKey(priority: number): `tasks.priority.${(typeof PRIORITIES)[number]}` {
  return `tasks.priority.${PRIORITIES.find((known) => known === priority) ?? 4}`;
}

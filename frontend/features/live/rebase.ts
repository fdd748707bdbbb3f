// Takes over what was changed elsewhere into a form that somebody is filling in. Pure.

/** What the person has not touched becomes as it is `after`; what they have touched stays as they left it. */
export function rebase<Draft extends object>(draft: Draft, before: Draft, after: Draft): Draft {
  const keys = Object.keys(draft) as (keyof Draft)[];
  return keys.reduce((merged, key) => (isSame(draft[key], before[key]) ? { ...merged, [key]: after[key] } : merged), draft);
}

function isSame(first: unknown, second: unknown): boolean {
  return JSON.stringify(first) === JSON.stringify(second);
}

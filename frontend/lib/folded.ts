// Letters as they compare: without case and accents, the same in every browser's language. Pure.

export function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

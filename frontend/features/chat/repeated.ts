// Answers often list again, in words, the tasks that the cards above them show already. Pure.
import type { ToolCard } from "@/lib/api/types";
import type { Block } from "./blocks";

/**
 * The answer without lists whose every line begins with the title of a task on a card. What led up to such a list stays
 * as a sentence, unless the card says it too, as it does when it tells of a change.
 */
export function withoutRepeats(blocks: readonly Block[], cards: readonly ToolCard[]): Block[] {
  const titles = cards.flatMap((card) => card.tasks ?? []).map((task) => task.title);
  const changed = cards.some((card) => card.change_group != null);
  const kept: Block[] = [];
  for (const block of blocks) {
    if ("items" in block && block.items.every((item) => isRepeated(item, titles))) {
      const lead = kept.pop();
      if (lead?.kind === "paragraph" && lead.text.endsWith(":")) {
        if (!changed) kept.push({ kind: "paragraph", text: `${lead.text.slice(0, -1)}.` });
      } else if (lead !== undefined) kept.push(lead);
    } else kept.push(block);
  }
  return kept;
}

function isRepeated(item: string, titles: readonly string[]): boolean {
  const plain = item.replaceAll("**", "");
  // "Pay rental car" is not "Pay rent".
  return titles.some((title) => plain.startsWith(title) && !/^[\p{L}\p{N}]/u.test(plain.slice(title.length)));
}

// Which sections are folded away on this device.
import { keptIds, NO_IDS } from "@/lib/kept-ids";
import { useStore } from "@/lib/store";

const folded = keptIds("folded-sections");

export function useFoldedSections(): [ReadonlySet<string>, (id: string) => void] {
  return [useStore(folded, (ids) => ids, NO_IDS), folded.toggle];
}

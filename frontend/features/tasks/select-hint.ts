// Says once, and never again, that a finger that holds a task selects it: nothing on a row shows that.
import { usePathname } from "next/navigation";
import { useEffect, useEffectEvent } from "react";
import { useToasts } from "@/components/ui/toasts";
import { isPageOnTop } from "@/lib/keyboard";
import { useTexts } from "@/lib/texts/texts-provider";
import { useIsSelecting } from "./selection";

export const SAID = "todo.said.select";
/** Of fewer tasks, acting on many at once saves nobody anything. */
const ENOUGH = 3;

export function useSelectHint(): void {
  const { t } = useTexts();
  const toasts = useToasts();
  const path = usePathname();
  const selecting = useIsSelecting();
  const show = useEffectEvent(() => toasts.show({ title: t("tasks.selectHint") }));
  useEffect(() => {
    if (!window.matchMedia("(pointer: coarse)").matches || window.localStorage.getItem(SAID) !== null) return;
    const enough = document.querySelectorAll("main [data-task-id]").length >= ENOUGH;
    // Over a dialog it would be in the way; there is another page later.
    if (!selecting && !(enough && isPageOnTop())) return;
    window.localStorage.setItem(SAID, "yes");
    // Whoever has selected something knows how.
    if (!selecting) show();
  }, [path, selecting]);
}

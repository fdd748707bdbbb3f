"use client";
// Up and down, in the menu of what stands in a list.
import { ArrowDown, ArrowUp } from "lucide-react";
import type { JSX } from "react";
import { MenuItem } from "@/components/ui/menu-list";
import { useTexts } from "@/lib/texts/texts-provider";

interface OrderItemsProps<Place> {
  /** Where a step leads; null where there is no way. */
  to: (step: "up" | "down") => Place | null;
  onMove: (place: Place) => void;
}

export function OrderItems<Place>({ to, onMove }: OrderItemsProps<Place>): JSX.Element {
  const { t } = useTexts();
  const up = to("up");
  const down = to("down");
  return (
    <>
      {up !== null && (
        <MenuItem onSelect={() => onMove(up)}>
          <ArrowUp />
          {t("sections.moveUp")}
        </MenuItem>
      )}
      {down !== null && (
        <MenuItem onSelect={() => onMove(down)}>
          <ArrowDown />
          {t("sections.moveDown")}
        </MenuItem>
      )}
    </>
  );
}

"use client";
// Up and down, in the menu of what stands in a list.
import { ArrowDown, ArrowUp } from "lucide-react";
import type { JSX } from "react";
import { MenuItem } from "@/components/ui/menu-list";
import { useTexts } from "@/lib/texts/texts-provider";
import { type OrderPlace, steppedPlace } from "./order";

interface OrderItemsProps {
  items: readonly { id: string }[];
  id: string;
  onMove: (place: OrderPlace) => void;
}

export function OrderItems({ items, id, onMove }: OrderItemsProps): JSX.Element {
  const { t } = useTexts();
  const up = steppedPlace(items, id, "up");
  const down = steppedPlace(items, id, "down");
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

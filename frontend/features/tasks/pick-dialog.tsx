"use client";
// Choosing a date, labels or a place for one task or many, from a key or a menu.
import type { JSX } from "react";
import type { Task } from "@/lib/api/types";
import { PickDate } from "./pick-date";
import { PickLabels } from "./pick-labels";
import { PickPlace } from "./pick-place";

export interface PickProps {
  tasks: readonly Task[];
  /** What was typed while this was on its way. */
  typedBefore: () => string;
  onClose: () => void;
}

const DIALOGS = { date: PickDate, labels: PickLabels, place: PickPlace };

export function PickDialog({ what, ...props }: PickProps & { what: "date" | "labels" | "place" }): JSX.Element {
  const Picker = DIALOGS[what];
  return <Picker {...props} />;
}

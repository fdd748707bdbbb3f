"use client";
// What there is for fingers only, and is fetched only where there may be one.
import { useSelectByTouch } from "@/features/tasks/select-by-touch";
import { useSelectHint } from "@/features/tasks/select-hint";
import { useScreenKeyboard } from "./screen-keyboard";

export function TouchParts(): null {
  useScreenKeyboard();
  useSelectByTouch();
  useSelectHint();
  return null;
}

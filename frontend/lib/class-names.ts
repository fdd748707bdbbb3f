// Joins class names; of two Tailwind classes for the same thing the later one wins.
import { type ClassValue, clsx } from "clsx";
import { extendTailwindMerge } from "tailwind-merge";

const merge = extendTailwindMerge({
  extend: { theme: { text: ["xs", "sm", "base", "lg", "xl", "2xl"], shadow: ["raised", "floating"] } },
});

export function cn(...classes: ClassValue[]): string {
  return merge(clsx(classes));
}

// Joins class names. Nothing is merged: of two utilities for the same thing the order in the style sheet would decide, so
// no element gets both (the tests look at every element they render). What callers may override, such as the size of a
// button, is a class of the components layer, over which every utility wins.

export function cn(...classes: (string | false | null | undefined)[]): string {
  return classes.filter(Boolean).join(" ");
}

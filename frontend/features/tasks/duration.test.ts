import { expect, it } from "vitest";
import { ENGLISH, GERMAN } from "@/tests/texts";
import { durationWords } from "./duration";

it.each([
  [0, "0 minutes"],
  [1, "1 minute"],
  [45, "45 minutes"],
  [60, "1 hour"],
  [90, "1 hour 30 minutes"],
  [1440, "1 day"],
  [2880, "2 days"],
])("%d minutes: %s", (minutes, words) => {
  expect(durationWords(minutes, ENGLISH)).toBe(words);
});

it("speaks the person's language", () => {
  expect(durationWords(90, GERMAN)).toBe("1 Stunde 30 Minuten");
});

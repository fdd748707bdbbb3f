import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { toProblemError, unreachable } from "@/lib/api/problem";
import { ENGLISH, GERMAN, SPANISH } from "@/tests/texts";
import { troubleOf } from "./filter-check";

const invalid = (more: object): Error =>
  toProblemError(422, { type: "urn:todo:problem:invalid-filter", title: "T", status: 422, detail: "No such word.", ...more });

it.each([
  [{ position: { start: 2, end: 5 }, suggestion: "today" }, { start: 2, end: 5, suggestion: "today" }],
  [{ position: { start: 2, end: 5 }, suggestion: null }, { start: 2, end: 5, suggestion: null }],
  [{ position: { start: 4, end: 4 } }, { start: 4, end: 4, suggestion: null }],
  [{}, { start: 0, end: 0, suggestion: null }],
])("of a refusal with %j", (more, expected) => {
  expect(troubleOf(invalid(more), ENGLISH)).toEqual({ message: "No such word.", ...expected });
});

it.each([
  ["another refusal", toProblemError(422, { type: "urn:todo:problem:invalid-input", title: "T", status: 422, detail: "D" })],
  ["no answer", unreachable()],
  ["an answer that is no problem", toProblemError(502, "<html>")],
  ["a fault of the page", new TypeError("x is undefined")],
  ["nothing", null],
])("is none of the filter's for %s", (_what, error) => {
  expect(troubleOf(error, ENGLISH)).toBeNull();
});

it("is told in the person's language", () => {
  const unknown = invalid({ reason: "unknown", values: { said: "todya" } });
  expect(troubleOf(unknown, GERMAN)?.message).toBe("Nach „todya“ lassen sich Aufgaben nicht filtern.");
  expect(troubleOf(unknown, SPANISH)?.message).toBe("No se pueden filtrar las tareas por «todya».");
  expect(troubleOf(invalid({ reason: "of-another-release" }), GERMAN)?.message).toBe("No such word.");
});

it("has words for every reason that the server names", () => {
  const document = readFileSync("../docs/FILTERS.md", "utf8");
  const [, named = ""] = /`reason` says(.*?)\n## /su.exec(document) ?? [];
  const reasons = [...named.matchAll(/`([a-z-]+)`/gu)].map(([, reason]) => reason).filter((reason) => reason !== "values");
  expect(reasons.length).toBeGreaterThan(20);
  expect(reasons.filter((reason) => !ENGLISH.has(`problem.invalid-filter.${reason}`))).toEqual([]);
});

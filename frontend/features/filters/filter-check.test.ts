import { expect, it } from "vitest";
import { toProblemError, unreachable } from "@/lib/api/problem";
import { troubleOf } from "./filter-check";

const invalid = (more: object): Error =>
  toProblemError(422, { type: "urn:todo:problem:invalid-filter", title: "T", status: 422, detail: "No such word.", ...more });

it.each([
  [{ position: { start: 2, end: 5 }, suggestion: "today" }, { start: 2, end: 5, suggestion: "today" }],
  [{ position: { start: 2, end: 5 }, suggestion: null }, { start: 2, end: 5, suggestion: null }],
  [{ position: { start: 4, end: 4 } }, { start: 4, end: 4, suggestion: null }],
  [{}, { start: 0, end: 0, suggestion: null }],
])("of a refusal with %j", (more, expected) => {
  expect(troubleOf(invalid(more))).toEqual({ message: "No such word.", ...expected });
});

it.each([
  ["another refusal", toProblemError(422, { type: "urn:todo:problem:invalid-input", title: "T", status: 422, detail: "D" })],
  ["no answer", unreachable()],
  ["an answer that is no problem", toProblemError(502, "<html>")],
  ["a fault of the page", new TypeError("x is undefined")],
  ["nothing", null],
])("is none of the filter's for %s", (_what, error) => {
  expect(troubleOf(error)).toBeNull();
});

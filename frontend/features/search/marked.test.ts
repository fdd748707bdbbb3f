import { expect, it } from "vitest";
import { around, marked } from "./marked";

it("cuts a text where words were found, and loses nothing of it", () => {
  const text = "Send the offer 👩‍👩‍👧 to Jonas";
  const places = [
    { start: 0, end: 4 },
    { start: 9, end: 14 },
  ];
  const pieces = marked(text, places);
  expect(pieces.filter(({ found }) => found).map((piece) => piece.text)).toEqual(["Send", "offer"]);
  expect(pieces.map((piece) => piece.text).join("")).toBe(text);
  expect(marked("nothing", [])).toEqual([{ text: "nothing", found: false }]);
});

it("shows the part of a long text around what was found, with the place moved along", () => {
  const text = `${"a ".repeat(100)}Lisbon${" b".repeat(200)}`;
  const start = text.indexOf("Lisbon");
  const part = around(text, [{ start, end: start + 6 }]);
  const [place] = part.places;
  expect(part.text.slice(place?.start, place?.end)).toBe("Lisbon");
  expect(part.text.length).toBeLessThan(200);
  expect(part.text.startsWith("…") && part.text.endsWith("…")).toBe(true);
  expect(around("Lisbon", [{ start: 0, end: 6 }])).toEqual({ text: "Lisbon", places: [{ start: 0, end: 6 }] });
});

it.each([
  ["at both ends", "abcd", [[0, 1], [3, 4]], "[a]bc[d]"],
  ["side by side", "abcd", [[0, 2], [2, 4]], "[ab][cd]"],
  ["with nothing in it", "abcd", [[2, 2]], "ab|cd"],
  ["past the end", "abcd", [[3, 9]], "abc[d]"],
  ["in no text", "", [], ""],
] as const)("marks a place %s", (_where, text, places, expected) => {
  const pieces = marked(text, places.map(([start, end]) => ({ start, end })));
  const drawn = pieces.map((piece) => (piece.found ? `[${piece.text}]` : piece.text));
  expect(drawn.join(expected.includes("|") ? "|" : "")).toBe(expected);
});

it("cuts no sign in two, wherever the place is", () => {
  const text = `${"🌱".repeat(60)}a${"🌱".repeat(100)}b${"🌱".repeat(20)}`;
  for (const { 0: sign, index } of text.matchAll(/./gu)) {
    const part = around(text, [{ start: index, end: index + sign.length }]);
    expect(part.text.isWellFormed()).toBe(true);
    const [place] = part.places;
    expect(part.text.slice(place?.start, place?.end)).toBe(sign);
  }
});

it("shows a word that is longer than the part, as far as the part goes", () => {
  const part = around("x".repeat(500), [{ start: 50, end: 400 }]);
  expect(part.places).toHaveLength(1);
  expect(part.text.slice(part.places[0]?.start, part.places[0]?.end)).toBe("x".repeat(120));
});

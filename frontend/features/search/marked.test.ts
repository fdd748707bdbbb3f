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

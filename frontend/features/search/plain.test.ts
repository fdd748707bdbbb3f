import { expect, it } from "vitest";
import { plain } from "./plain";

/** The places of a word, as the server finds them. */
const placesOf = (text: string, word: string) =>
  Array.from(text.matchAll(new RegExp(word, "gi")), ({ index }) => ({ start: index, end: index + word.length }));

/** With what was found in angle brackets. */
function drawn(text: string, word: string): string {
  const { text: shown, places } = plain(text, placesOf(text, word));
  return places.reduceRight((all, { start, end }) => `${all.slice(0, start)}‹${all.slice(start, end)}›${all.slice(end)}`, shown);
}

it.each([
  ["bold words", "Buy **matt paint** now", "paint", "Buy matt ‹paint› now"],
  ["bold words, the other way", "Buy __matt paint__ now", "matt", "Buy ‹matt› paint now"],
  ["slanted words", "*paint* and _more paint_.", "paint", "‹paint› and more ‹paint›."],
  ["both at once", "***paint*** here", "paint", "‹paint› here"],
  ["what is struck out", "~~old~~ paint", "paint", "old ‹paint›"],
  ["code", "Run `make **paint**` first", "paint", "Run make **‹paint›** first"],
  ["a link", "From [the *paint* shop](https://shop.example/a_b_c) today", "paint", "From the ‹paint› shop today"],
  ["a link with a title", 'From [the shop](https://shop.example "Paint") today', "today", "From the shop ‹today›"],
  ["a picture", "![Paint](https://shop.example/1.png) matt", "paint", "‹Paint› matt"],
  ["a bold link", "**[paint](/x)** now", "now", "paint ‹now›"],
  ["a list", "- matt\n* **satin** paint\n  + [ ] brush\n- [x] tape", "paint", "• matt\n• satin ‹paint›\n• brush\n• tape"],
  ["headings and quotes", "## Paint\n> > it said\n---\nend", "paint", "‹Paint›\nit said\n\nend"],
  ["a block of code", "```sh\nmake *paint*\n- all\n```\n**end**", "paint", "\nmake *‹paint›*\n- all\n\nend"],
  ["lines as Windows ends them", "- **matt**\r\n- paint", "paint", "• matt\r\n• ‹paint›"],
])("takes the marks of %s away, and leaves what was found", (_what, text, word, expected) => {
  expect(drawn(text, word)).toBe(expected);
});

it.each([
  "2 * 3 * 4 = 24, and 2*3*4 too",
  "snake_case_name, _ and * alone, 10 - 4, -5, #tag, >5",
  "https://example.com/_a_/*b*/c_d",
  "**never closed, `neither, [nor](",
  "1. first\n2. second",
])("leaves what is no mark as it is: %s", (text) => {
  expect(plain(text, []).text).toBe(text);
});

it("keeps an address, and the language of code, in which something was found", () => {
  expect(drawn("See [the shop](https://paint.example/x) today", "paint")).toBe("See the shop (https://‹paint›.example/x) today");
  expect(drawn("```paint\nx\n```", "paint")).toBe("```‹paint›\nx\n");
});

it("loses no place, wherever it is", () => {
  const text = "# Ä **b** _c_ [d `e` f](https://g.example/h_i_ 'j')\n- [x] k ~~l **m** n~~\n```o\np *q*\n```\n> 👩‍👩‍👧 r";
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    const { text: shown, places } = plain(text, [{ start: index, end: index + word.length }]);
    expect(shown.slice(places[0]?.start, places[0]?.end)).toBe(word);
  }
});

// Notes without the marks of Markdown, which people write and programs send: an excerpt is read, not worked on. Pure.
import type { Found } from "./marked";

/** What stands there instead of a part of the text. */
interface Edit {
  start: number;
  end: number;
  instead: string;
}

interface Plain {
  text: string;
  places: Found[];
}

// Far more than anybody sees of an excerpt, so that nothing that never ends is looked for through all of a text.
const LONGEST = "{0,500}?";
const PARTS = [
  "(?<code>`+)[^`\\n]+\\k<code>",
  String.raw`(?<link>!?\[)(?<label>[^\[\]\n]+)\]\([^\s()]+(?: "[^"\n]*")?\)`,
  String.raw`(?<bare>https?://[^\s<>]+)`,
  String.raw`(?<strong>\*{2,3}|~~)(?=[^\s*~])(?<bold>.${LONGEST}[^\s*~])\k<strong>`,
  String.raw`(?<![\p{L}\p{N}*])(?<star>\*)(?=[^\s*])(?<slanted>[^*\n]*[^\s*])\*(?![\p{L}\p{N}*])`,
  String.raw`(?<![\p{L}\p{N}_])(?<line>_{1,3})(?=[^\s_])(?<lined>.${LONGEST}[^\s_])\k<line>(?![\p{L}\p{N}_])`,
];
const PART = new RegExp(PARTS.join("|"), "gu");
const BEFORE_LINE = /^[ \t]*(?:(?<quiet>#{1,6}[ \t]+|(?:>+[ \t]+)+)|(?<bullet>[-*+][ \t]+)(?:\[[ xX]\][ \t]+)?)/;
const FENCE = /^[ \t]*(?:```|~~~)/;
const RULE = /^[ \t]*(?:-{3,}|\*{3,}|_{3,})[ \t]*$/;

/** The text as one would read it aloud, with the places as they are in it. */
export function plain(text: string, places: readonly Found[]): Plain {
  const edits = editsOf(text, places);
  const moved = (place: number): number =>
    edits.reduce((at, { start, end, instead }) => (end <= place ? at + instead.length - (end - start) : at), place);
  let result = "";
  let at = 0;
  for (const { start, end, instead } of edits) {
    result += text.slice(at, start) + instead;
    at = end;
  }
  return {
    text: result + text.slice(at),
    places: places.map(({ start, end }) => ({ start: moved(start), end: moved(end) })),
  };
}

function editsOf(text: string, places: readonly Found[]): Edit[] {
  const edits: Edit[] = [];
  let isCode = false;
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) {
    const isFence = FENCE.test(line);
    if (isFence) isCode = !isCode;
    if (isFence || (!isCode && RULE.test(line))) edits.push({ start: index, end: index + line.length, instead: "" });
    else if (!isCode) addLine(edits, line, index, places);
  }
  // What was found stays, even where it is no more than the language of some code.
  return edits
    .filter((edit) => !places.some((place) => place.start < edit.end && place.end > edit.start))
    .sort((one, other) => one.start - other.start);
}

function addLine(edits: Edit[], line: string, start: number, places: readonly Found[]): void {
  const match = BEFORE_LINE.exec(line);
  const before = match?.[0] ?? "";
  // In one line with others an item would begin nowhere.
  if (before !== "") edits.push({ start, end: start + before.length, instead: match?.groups?.bullet === undefined ? "" : "• " });
  addParts(edits, line.slice(before.length), start + before.length, places);
}

function addParts(edits: Edit[], text: string, start: number, places: readonly Found[]): void {
  const cut = (from: number, length: number): void => void edits.push({ start: from, end: from + length, instead: "" });
  for (const { 0: whole, index, groups = {} } of text.matchAll(PART)) {
    const { code, link, label = "" } = groups;
    const around = groups.strong ?? groups.star ?? groups.line ?? code;
    const from = start + index;
    if (link !== undefined) {
      const rest = from + link.length + label.length;
      const end = from + whole.length;
      cut(from, link.length);
      // Where the words are in the address, it is what one looks for.
      if (places.some((place) => place.start < end && place.end > rest)) edits.push({ start: rest, end: rest + "](".length, instead: " (" });
      else cut(rest, end - rest);
      addParts(edits, label, from + link.length, places);
    } else if (around !== undefined) {
      cut(from, around.length);
      cut(from + whole.length - around.length, around.length);
      if (code === undefined) addParts(edits, whole.slice(around.length, -around.length), from + around.length, places);
    }
  }
}

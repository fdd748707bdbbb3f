// The parts of a line of an answer: bold and slanted words, code, links. Whatever is none of these stays as it is
// written: no images, no markup, and no link that leads anywhere but to a page. Pure.

export type Inline =
  | { kind: "text"; text: string }
  | { kind: "strong"; text: string }
  | { kind: "emphasis"; text: string }
  | { kind: "code"; text: string }
  | { kind: "link"; text: string; href: string; where: string };

const PARTS = [
  String.raw`\*\*(?<strong>\S(?:.*?\S)??)\*\*`,
  String.raw`(?<![\p{L}\p{N}*])\*(?<emphasis>[^\s*](?:[^*]*[^\s*])?)\*(?![\p{L}\p{N}*])`,
  "`(?<code>[^`]+)`",
  String.raw`(?<image>!)?\[(?<label>[^\[\]]+)\]\((?<target>[^\s()]+)\)`,
  String.raw`(?<bare>https?://[^\s<>"')\]]*[^\s<>"')\].,;:!?])`,
];
const PART = new RegExp(PARTS.join("|"), "gu");

export function toInline(line: string): Inline[] {
  const parts: Inline[] = [];
  let position = 0;
  for (const match of line.matchAll(PART)) {
    const part = toPart(match.groups ?? {});
    if (part === null) continue;
    if (match.index > position) parts.push({ kind: "text", text: line.slice(position, match.index) });
    parts.push(part);
    position = match.index + match[0].length;
  }
  if (position < line.length) parts.push({ kind: "text", text: line.slice(position) });
  return parts;
}

type Groups = Record<string, string | undefined>;

function toPart({ strong, emphasis, code, image, label, target, bare }: Groups): Inline | null {
  if (strong !== undefined) return { kind: "strong", text: strong };
  if (emphasis !== undefined) return { kind: "emphasis", text: emphasis };
  if (code !== undefined) return { kind: "code", text: code };
  // A picture is a request to whoever has it: only what it is of is said.
  if (image !== undefined) return { kind: "text", text: label ?? "" };
  return toLink(label ?? bare ?? "", target ?? bare ?? "");
}

/** Only pages of the web and of this app; `where` is what the link leads to, for the person to see before they follow. */
function toLink(text: string, target: string): Inline | null {
  if (/^\/[\p{L}\p{N}]/u.test(target)) return { kind: "link", text, href: target, where: "" };
  if (!/^https?:\/\//i.test(target) || !URL.canParse(target)) return null;
  const { href, host } = new URL(target);
  // What looks like one address and leads to another shows the one that it leads to.
  return { kind: "link", text, href, where: isAddressOn(host, text) ? "" : host };
}

/** The whole host, not the beginning of another: bank.co is not bank.com. */
function isAddressOn(host: string, text: string): boolean {
  const shown = text.replace(/^https?:\/\//i, "");
  return shown.startsWith(host) && /^(?:[/?#]|$)/.test(shown.slice(host.length));
}

// Splits an answer into paragraphs, lists, headings and code. Pure.

export type Block =
  | { kind: "paragraph"; text: string }
  | { kind: "heading"; text: string }
  | { kind: "list"; items: string[] }
  | { kind: "numbered"; items: string[] }
  | { kind: "code"; text: string };

export function toBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let code: string[] | null = null;
  for (const line of text.split(/\r\n?|\n/)) {
    const fence = line.trimStart().startsWith("```");
    if (code !== null) {
      if (fence) code = null;
      else {
        code.push(line);
        blocks[blocks.length - 1] = { kind: "code", text: code.join("\n") };
      }
    } else if (fence) {
      code = [];
      blocks.push({ kind: "code", text: "" });
    } else if (line.trim() !== "") addLine(blocks, line);
  }
  return blocks;
}

function addLine(blocks: Block[], line: string): void {
  const item = /^\s*(?:([-*•])|\d{1,3}[.)])\s+(.*)$/.exec(line);
  const heading = /^#{1,6}\s+(.*)$/.exec(line)?.[1];
  const last = blocks.at(-1);
  if (item !== null) {
    const kind = item[1] === undefined ? "numbered" : "list";
    const content = item[2] ?? "";
    if (last?.kind === kind) last.items.push(content);
    else blocks.push({ kind, items: [content] });
  } else if (heading !== undefined) blocks.push({ kind: "heading", text: heading });
  else blocks.push({ kind: "paragraph", text: line });
}

// The assistant's words: paragraphs, lists, headings, code, bold and slanted words and links, nothing else of Markdown.
// Everything else stays as it is written, so that a title can never become anything but text.
import { ExternalLink } from "lucide-react";
import type { JSX } from "react";
import { PageLink } from "@/components/ui/page-link";
import type { Block } from "./blocks";
import { type Inline as Part, toInline } from "./inline";

export function AnswerText({ blocks }: { blocks: readonly Block[] }): JSX.Element {
  return (
    <div className="flex flex-col gap-1.5 [overflow-wrap:anywhere]">
      {blocks.map((block, index) => (
        <BlockView key={index} block={block} />
      ))}
    </div>
  );
}

function BlockView({ block }: { block: Block }): JSX.Element {
  switch (block.kind) {
    case "paragraph":
      return (
        <p>
          <Inline text={block.text} />
        </p>
      );
    case "heading":
      return (
        <p className="mt-1 font-semibold first:mt-0">
          <Inline text={block.text} />
        </p>
      );
    case "code":
      return <pre className="overflow-x-auto rounded-md bg-sunken px-3 py-2 font-mono text-xs">{block.text}</pre>;
    case "list":
    case "numbered":
      return <List ordered={block.kind === "numbered"} items={block.items} />;
  }
}

function List({ ordered, items }: { ordered: boolean; items: readonly string[] }): JSX.Element {
  const Tag = ordered ? "ol" : "ul";
  return (
    <Tag className="flex flex-col gap-1">
      {items.map((item, index) => (
        <li key={index} className="flex gap-2.5">
          {ordered ? (
            <span aria-hidden className="shrink-0 text-ink-faint tabular-nums">
              {index + 1}.
            </span>
          ) : (
            <span aria-hidden className="mt-2.25 size-1 shrink-0 rounded-full bg-ink-faint" />
          )}
          <span className="min-w-0">
            <Inline text={item} />
          </span>
        </li>
      ))}
    </Tag>
  );
}

function Inline({ text }: { text: string }): JSX.Element {
  return (
    <>
      {toInline(text).map((part, index) => (
        <PartView key={index} part={part} />
      ))}
    </>
  );
}

const link = "text-accent-strong underline decoration-1 underline-offset-2";

function PartView({ part }: { part: Part }): JSX.Element {
  switch (part.kind) {
    case "text":
      return <>{part.text}</>;
    case "strong":
      return <strong>{part.text}</strong>;
    case "emphasis":
      return <em>{part.text}</em>;
    case "code":
      return <code className="rounded-xs bg-sunken px-1 font-mono text-[0.9em]">{part.text}</code>;
    case "link":
      return part.href.startsWith("/") ? (
        <PageLink href={part.href} className={link}>
          {part.text}
        </PageLink>
      ) : (
        <a href={part.href} target="_blank" rel="noopener noreferrer" className={link}>
          {part.text}
          {part.where !== "" && <span className="text-ink-faint"> ({part.where})</span>}
          <ExternalLink aria-hidden className="ml-0.5 inline size-3" />
        </a>
      );
  }
}

// The assistant's words: paragraphs, bullet lists and **bold**, nothing else of Markdown. Everything else stays as it is
// written, so that a title can never become anything but text.
import type { JSX } from "react";
import type { Block } from "./blocks";

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
  if (block.kind === "paragraph") {
    return (
      <p>
        <Inline text={block.text} />
      </p>
    );
  }
  return (
    <ul className="flex flex-col gap-1">
      {block.items.map((item, index) => (
        <li key={index} className="flex gap-2.5">
          <span aria-hidden className="mt-2.25 size-1 shrink-0 rounded-full bg-ink-faint" />
          <span className="min-w-0">
            <Inline text={item} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function Inline({ text }: { text: string }): JSX.Element {
  const parts = text.split(/\*\*(\S(?:.*?\S)?)\*\*/);
  // Every other part is what stood between the stars.
  return <>{parts.map((part, index) => (index % 2 === 1 ? <strong key={index}>{part}</strong> : part))}</>;
}

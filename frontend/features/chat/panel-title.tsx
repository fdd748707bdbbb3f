// What the panel shows: the conversation, the list of them, or the assistant itself.
import type { JSX } from "react";
import { useTexts } from "@/lib/texts/texts-provider";

interface PanelTitleProps {
  /** Null where there is nothing but the assistant to name. */
  title: string | null;
  isPage: boolean;
}

export function PanelTitle({ title, isPage }: PanelTitleProps): JSX.Element {
  const { t } = useTexts();
  // The heading of the page says it already.
  const isSaid = title === null && isPage;
  const Tag = isSaid ? "p" : "h2";
  return (
    <Tag aria-hidden={isSaid || undefined} className="min-w-0 flex-1 truncate text-sm font-semibold" title={title ?? undefined}>
      {title ?? t("chat.title")}
    </Tag>
  );
}

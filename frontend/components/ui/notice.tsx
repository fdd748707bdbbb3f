// A quiet full-width message in place of content: nothing here, or it could not be loaded.
import type { JSX, ReactNode } from "react";

interface NoticeProps {
  /** A drawing; decorative. */
  picture: ReactNode;
  title: string;
  /** "h1" where the message is the page. */
  titleAs?: "p" | "h1";
  children?: ReactNode;
  action?: ReactNode;
}

export function Notice({ picture, title, titleAs: Title = "p", children, action }: NoticeProps): JSX.Element {
  return (
    <div className="flex animate-appear flex-col items-center px-6 py-16 text-center">
      <div aria-hidden className="mb-5 text-ink-faint">
        {picture}
      </div>
      <Title className="text-lg font-medium text-ink">{title}</Title>
      {children !== undefined && <p className="mt-1.5 max-w-sm text-balance text-ink-faint">{children}</p>}
      {action !== undefined && <div className="mt-6">{action}</div>}
    </div>
  );
}

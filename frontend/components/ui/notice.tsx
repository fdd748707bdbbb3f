// A quiet full-width message in place of content: nothing here, or it could not be loaded.
import type { JSX, ReactNode } from "react";

interface NoticeProps {
  /** A drawing; decorative. */
  picture: ReactNode;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}

export function Notice({ picture, title, children, action }: NoticeProps): JSX.Element {
  return (
    <div className="flex animate-appear flex-col items-center px-6 py-16 text-center">
      <div aria-hidden className="mb-5 text-ink-faint">
        {picture}
      </div>
      <p className="text-lg font-medium text-ink">{title}</p>
      {children !== undefined && <p className="mt-1.5 max-w-sm text-balance text-ink-faint">{children}</p>}
      {action !== undefined && <div className="mt-6">{action}</div>}
    </div>
  );
}

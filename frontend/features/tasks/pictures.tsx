// Small line drawings for empty pages. Decorative.
import type { JSX } from "react";
import { Picture } from "./picture";

/** An empty tray. */
export function EmptyTrayPicture(): JSX.Element {
  return (
    <Picture>
      <path d="M20 40l8-20h40l8 20v14a4 4 0 0 1-4 4H24a4 4 0 0 1-4-4z" />
      <path className="stroke-accent" d="M20 40h16l4 7h16l4-7h16" />
    </Picture>
  );
}

/** A blank sheet with its first line. */
export function BlankListPicture(): JSX.Element {
  return (
    <Picture>
      <rect x="26" y="10" width="44" height="54" rx="5" />
      <circle className="stroke-accent" cx="36" cy="24" r="3.5" />
      <path className="stroke-accent" d="M44 24h17" />
      <circle cx="36" cy="37" r="3.5" opacity=".45" />
      <path d="M44 37h12M36 50h.01" opacity=".45" />
    </Picture>
  );
}

/** A calendar page. */
export function OpenCalendarPicture(): JSX.Element {
  return (
    <Picture>
      <rect x="22" y="16" width="52" height="46" rx="6" />
      <path d="M22 29h52M36 10v10M60 10v10" />
      <path className="stroke-accent" d="M41 45l5 5 10-11" />
    </Picture>
  );
}

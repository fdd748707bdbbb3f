// The mark of a menu. Of as few elements as can be, since there is one in each row of a list.
import type { JSX } from "react";

export function Dots(): JSX.Element {
  return (
    <svg viewBox="0 0 24 24" aria-hidden className="fill-none stroke-current [stroke-linecap:round] [stroke-width:4]">
      <path d="M5 12h.01M12 12h.01M19 12h.01" />
    </svg>
  );
}

// Going to another page when what was pressed is gone with the one before: the heading there gets the focus.
import { useRouter } from "next/navigation";

const PATIENCE_MS = 10_000;

export function useGoTo(): (path: string) => void {
  const router = useRouter();
  return (path) => {
    focusHeadingOnceAt(path);
    router.push(path);
  };
}

/** Gives up after a while, and where somebody has begun to write meanwhile. */
function focusHeadingOnceAt(path: string): void {
  const before = window.location.pathname === path ? null : heading();
  const observer = new MutationObserver(() => {
    const now = heading();
    if (now === null || now === before || window.location.pathname !== path) return;
    end();
    if (document.activeElement?.matches("input, textarea") === true) return;
    now.tabIndex = -1;
    now.focus({ preventScroll: true });
  });
  const timer = setTimeout(() => end(), PATIENCE_MS);
  const end = (): void => {
    clearTimeout(timer);
    observer.disconnect();
  };
  observer.observe(document.body, { childList: true, subtree: true });
}

function heading(): HTMLElement | null {
  return document.querySelector("main h1");
}

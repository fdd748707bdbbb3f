// Android's way back: a swipe from the edge, or the button below the screen.
import { useEffect, useEffectEvent } from "react";

interface CloseWatcher {
  onclose: (() => void) | null;
  destroy: () => void;
}

declare global {
  interface Window {
    /** https://html.spec.whatwg.org/multipage/interaction.html#close-watcher; not in every browser. */
    CloseWatcher?: new () => CloseWatcher;
  }
}

/** Closes what lies on top, for as long as it is there, instead of leaving the page; where the browser tells of it. */
export function useWayBack(onClose: () => void): void {
  const close = useEffectEvent(onClose);
  useEffect(() => {
    const Watcher = window.CloseWatcher;
    if (Watcher === undefined) return;
    let watcher: CloseWatcher;
    // Each tells of one way back; whoever stays open waits for the next.
    const watch = (): void => {
      watcher = new Watcher();
      watcher.onclose = () => {
        watch();
        close();
      };
    };
    watch();
    return () => watcher.destroy();
  }, []);
}

// Waiting before something is tried again.

/** Ends early when the network is back, somebody looks at the page again, or it is given up. */
export function pauseUntilBack(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = new AbortController();
    const end = (): void => {
      clearTimeout(timer);
      done.abort();
      resolve();
    };
    const timer = setTimeout(end, ms);
    window.addEventListener("online", end, { signal: done.signal });
    document.addEventListener("visibilitychange", end, { signal: done.signal });
    signal.addEventListener("abort", end, { signal: done.signal });
    if (signal.aborted) end();
  });
}

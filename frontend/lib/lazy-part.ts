"use client";
// Parts of the app that come when they are wanted instead of with the first page.
import { type ComponentType, createElement, type JSX, lazy, useState } from "react";
import { alive } from "./alive";

export interface LazyPart<Props> {
  (props: Props): JSX.Element;
  /** Fetches it without showing it. */
  preload: () => void;
}

const RETRY_MS = 500;

/**
 * Needs a Suspense boundary above. A fetch that fails is repeated once; if that fails too, the error boundary tells, or there is
 * nothing to see where the part `mayStayAway`, until it has been preloaded.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  { mayStayAway = false } = {},
): LazyPart<Props> {
  let there: ComponentType<Props> | null = null;
  let fetched: Promise<ComponentType<Props>> | null = null;
  const once = (): Promise<ComponentType<Props>> => {
    fetched ??= withRetry(load).then((component) => (there = component));
    return fetched;
  };
  const stayAway = (error: unknown): ComponentType<Props> => {
    if (!mayStayAway) throw error;
    fetched = null;
    return () => null;
  };
  const Fetching = lazy(async () => ({ default: await once().catch(stayAway) })) as ComponentType<Props>;
  function Part(props: Props): JSX.Element {
    // What is there already is shown without waiting, and for as long as it is shown it stays the same.
    const [component] = useState<ComponentType<Props>>(() => there ?? Fetching);
    return createElement(component, props);
  }
  // One that failed before anyone wanted to see it may be had the next time.
  const preload = (): void => void once().catch(() => (fetched = null));
  return Object.assign(Part, { preload });
}

async function withRetry<Result>(act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch {
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    return act();
  }
}

/** How long a page is waited for that tells nothing. */
const PATIENCE_MS = 2_000;

/** Calls when the page answers and the browser has nothing better to do; gives back how to call it off. */
export function whenIdle(act: () => void): () => void {
  let off = false;
  let cancel = (): void => void (off = true);
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  void Promise.race([alive, patience]).then(() => {
    if (!off) cancel = idle(act);
  });
  return () => cancel();
}

function idle(act: () => void): () => void {
  if (typeof window.requestIdleCallback === "function") {
    const handle = window.requestIdleCallback(act, { timeout: PATIENCE_MS });
    return () => window.cancelIdleCallback(handle);
  }
  const timer = setTimeout(act, 200);
  return () => clearTimeout(timer);
}

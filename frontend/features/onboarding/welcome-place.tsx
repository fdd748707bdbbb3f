"use client";
// Keeps the welcome out of the first page: it comes when there is time, and mostly not at all.
import { type JSX, Suspense, useEffect, useState } from "react";
import { lazyPart, whenIdle } from "@/lib/lazy-part";

const Welcome = lazyPart(async () => (await import("./welcome")).Welcome);

export function WelcomePlace(): JSX.Element | null {
  const [there, setThere] = useState(false);
  useEffect(() => whenIdle(() => setThere(true)), []);
  if (!there) return null;
  return (
    <Suspense fallback={null}>
      <Welcome />
    </Suspense>
  );
}

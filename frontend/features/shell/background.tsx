"use client";
// What goes on behind every page, brought in when the page itself stands: live updates.
import { type JSX, Suspense, useEffect, useState } from "react";
import { lazyPart, whenIdle } from "@/lib/lazy-part";

const Parts = lazyPart(async () => (await import("./background-parts")).BackgroundParts);

export function Background(): JSX.Element | null {
  const [there, setThere] = useState(false);
  useEffect(() => whenIdle(() => setThere(true)), []);
  if (!there) return null;
  return (
    <Suspense fallback={null}>
      <Parts />
    </Suspense>
  );
}

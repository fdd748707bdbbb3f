"use client";
// A link to another page of the app. The page is fetched when the link is about to be followed, so that it opens at
// once; merely being on screen fetches nothing.
import { useRouter } from "next/navigation";
import type { ComponentProps, JSX, MouseEvent } from "react";

type PageLinkProps = Omit<ComponentProps<"a">, "href" | "onClick"> & { href: string };

export function PageLink({ href, children, ...props }: PageLinkProps): JSX.Element {
  const router = useRouter();
  const prefetch = (): void => router.prefetch(href);
  const follow = (event: MouseEvent): void => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    router.push(href);
  };
  return (
    <a href={href} onMouseEnter={prefetch} onFocus={prefetch} onTouchStart={prefetch} onClick={follow} {...props}>
      {children}
    </a>
  );
}

/** Not one that asks for a new tab or window, or for the browser's menu. */
function isPlainClick(event: MouseEvent): boolean {
  return event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
}

// The way from one of the pages around signing in to another.
import type { ComponentProps, JSX } from "react";
import { PageLink } from "@/components/ui/page-link";

export function AuthLink(props: Pick<ComponentProps<typeof PageLink>, "href" | "children">): JSX.Element {
  return <PageLink {...props} className="font-medium text-accent underline-offset-4 hover:underline" />;
}

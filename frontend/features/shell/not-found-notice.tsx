// For addresses at which there is nothing, or nothing of this person's.
import { Compass } from "lucide-react";
import Link from "next/link";
import type { JSX } from "react";
import { Notice } from "@/components/ui/notice";
import { texts } from "./texts";

export function NotFoundNotice(): JSX.Element {
  return (
    <Notice
      picture={<Compass className="size-10 stroke-[1.25]" />}
      title={texts.notFound}
      titleAs="h1"
      action={
        <Link
          href="/today"
          className="inline-flex h-9 items-center rounded-md border border-line-strong bg-raised px-3.5 text-sm font-medium shadow-raised transition-colors hover:bg-sunken"
        >
          {texts.backHome}
        </Link>
      }
    >
      {texts.notFoundLead}
    </Notice>
  );
}

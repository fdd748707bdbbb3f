// A page that could not be made. What exactly went wrong is in the server's log.
import { CloudOff } from "lucide-react";
import type { JSX } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { texts } from "./texts";

export function PageError({ onRetry }: { onRetry: () => void }): JSX.Element {
  return (
    <div role="alert">
      <Notice
        picture={<CloudOff className="size-10 stroke-[1.25]" />}
        title={texts.pageFailed}
        titleAs="h1"
        action={<Button onClick={onRetry}>{texts.retry}</Button>}
      >
        {texts.pageFailedLead}
      </Notice>
    </div>
  );
}

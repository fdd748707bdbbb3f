// Says that something could not be loaded, why, and offers to try again.
import { CloudOff } from "lucide-react";
import type { JSX } from "react";
import { describeError } from "@/lib/api/problem";
import { useTexts } from "@/lib/texts/texts-provider";
import { Button } from "./button";
import { Notice } from "./notice";

interface LoadErrorProps {
  title: string;
  error: unknown;
  onRetry: () => void;
}

export function LoadError({ title, error, onRetry }: LoadErrorProps): JSX.Element {
  const texts = useTexts();
  return (
    <div role="alert">
      <Notice
        picture={<CloudOff className="size-10 stroke-[1.25]" />}
        title={title}
        action={<Button onClick={onRetry}>{texts.t("common.retry")}</Button>}
      >
        {describeError(error, texts)}
      </Notice>
    </div>
  );
}

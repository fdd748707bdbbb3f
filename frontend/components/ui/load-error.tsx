// Says that something could not be loaded, why, and offers to try again.
import { CloudOff } from "lucide-react";
import type { JSX } from "react";
import { describeError } from "@/lib/api/problem";
import { Button } from "./button";
import { Notice } from "./notice";

interface LoadErrorProps {
  title: string;
  error: unknown;
  onRetry: () => void;
  retryLabel?: string;
}

export function LoadError({ title, error, onRetry, retryLabel = "Try again" }: LoadErrorProps): JSX.Element {
  return (
    <div role="alert">
      <Notice
        picture={<CloudOff className="size-10 stroke-[1.25]" />}
        title={title}
        action={<Button onClick={onRetry}>{retryLabel}</Button>}
      >
        {describeError(error)}
      </Notice>
    </div>
  );
}

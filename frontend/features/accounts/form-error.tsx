// Why a whole form was refused.
import type { JSX } from "react";

export function FormError({ message }: { message: string | undefined }): JSX.Element | null {
  if (message === undefined) return null;
  return (
    <p role="alert" className="animate-appear rounded-md bg-danger-soft px-3.5 py-2.5 text-sm text-danger">
      {message}
    </p>
  );
}

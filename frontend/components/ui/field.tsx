// A labelled input with its hint and its error, tied together for screen readers.
import { ChevronDown } from "lucide-react";
import { type ComponentProps, type JSX, type ReactNode, useId } from "react";
import { cn } from "@/lib/class-names";

export const inputClasses = cn(
  "w-full rounded-md border border-line-strong bg-raised text-base text-ink shadow-raised transition-colors",
  "hover:border-ink-faint focus-visible:border-accent focus-visible:outline-1 focus-visible:outline-offset-0",
  "aria-invalid:border-danger",
);

interface FieldProps {
  label: string;
  labelHidden?: boolean | undefined;
  hint?: string | undefined;
  error?: string | undefined;
  children: (control: ControlProps) => ReactNode;
}

export interface ControlProps {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
}

/** Label, control, and below it the error or else the hint. */
export function Field({ label, labelHidden = false, hint, error, children }: FieldProps): JSX.Element {
  const id = useId();
  const note = error ?? hint;
  const noteId = `${id}-note`;
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <label htmlFor={id} className={labelHidden ? "sr-only" : "text-sm font-medium text-ink-soft"}>
        {label}
      </label>
      {children({ id, "aria-describedby": note ? noteId : undefined, "aria-invalid": error ? true : undefined })}
      {note !== undefined && (
        <p id={noteId} role={error ? "alert" : undefined} className={cn("text-sm", error ? "text-danger" : "text-ink-faint")}>
          {note}
        </p>
      )}
    </div>
  );
}

interface NativeSelectProps extends ComponentProps<"select"> {
  label: string;
  /** Where a heading beside it says the same. */
  labelHidden?: boolean;
}

/** The browser's own list: for choosing among hundreds. */
export function NativeSelectField({ label, labelHidden, children, ...props }: NativeSelectProps): JSX.Element {
  return (
    <Field label={label} labelHidden={labelHidden}>
      {(control) => (
        <div className="relative">
          <select {...control} {...props} className={cn(inputClasses, "h-control appearance-none pr-9 pl-3")}>
            {children}
          </select>
          <ChevronDown
            aria-hidden
            className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-ink-faint"
          />
        </div>
      )}
    </Field>
  );
}

type TextFieldProps = Omit<FieldProps, "children"> & ComponentProps<"input">;

export function TextField({ label, hint, error, className, ...props }: TextFieldProps): JSX.Element {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => <input {...control} {...props} className={cn(inputClasses, "h-control px-3", className)} />}
    </Field>
  );
}

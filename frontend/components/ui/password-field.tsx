"use client";
// A field for a password, which shows what is typed when it is asked to.
import { Eye, EyeOff } from "lucide-react";
import { type ComponentProps, type JSX, useState } from "react";
import { cn } from "@/lib/class-names";
import { useTexts } from "@/lib/texts/texts-provider";
import { Button } from "./button";
import { Field, inputClasses, type TextField } from "./field";

type PasswordFieldProps = Omit<ComponentProps<typeof TextField>, "type">;

export function PasswordField({ label, hint, error, className, ...props }: PasswordFieldProps): JSX.Element {
  const { t } = useTexts();
  const [shown, setShown] = useState(false);
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <div className="relative">
          <input
            {...control}
            {...props}
            type={shown ? "text" : "password"}
            autoCapitalize="none"
            spellCheck={false}
            className={cn(inputClasses, "h-control pr-11 pl-3", className)}
          />
          <Button
            variant="quiet"
            size="icon"
            aria-pressed={shown}
            aria-label={t("accounts.showTyped")}
            title={t("accounts.showTyped")}
            onClick={() => setShown(!shown)}
            className="absolute top-1/2 right-1 -translate-y-1/2 text-ink-faint"
          >
            {shown ? <EyeOff /> : <Eye />}
          </Button>
        </div>
      )}
    </Field>
  );
}

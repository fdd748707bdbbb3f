"use client";
// System, light or dark.
import { ToggleGroup } from "radix-ui";
import { type JSX, useState } from "react";
import { cn } from "@/lib/class-names";
import { type Theme, toTheme } from "@/lib/preferences";
import { applyTheme } from "./theme";
import { texts } from "./texts";

export function ThemeSwitch({ initial }: { initial: Theme }): JSX.Element {
  const [theme, setTheme] = useState(initial);
  const choose = (value: string): void => {
    // Pressing the chosen one again gives nothing; it stays chosen.
    if (value === "") return;
    setTheme(toTheme(value));
    applyTheme(toTheme(value));
  };
  return (
    <ToggleGroup.Root
      type="single"
      value={theme}
      onValueChange={choose}
      aria-label={texts.theme}
      className="inline-flex rounded-md bg-sunken p-1"
    >
      {Object.entries(texts.themes).map(([value, label]) => (
        <ToggleGroup.Item
          key={value}
          value={value}
          className={cn(
            "h-8 rounded-sm px-4 text-sm text-ink-soft transition-colors hover:text-ink",
            "data-[state=on]:bg-raised data-[state=on]:font-medium data-[state=on]:text-ink data-[state=on]:shadow-raised",
          )}
        >
          {label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}

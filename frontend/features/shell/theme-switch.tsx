"use client";
// System, light or dark.
import { type JSX, useState } from "react";
import { type Theme, THEMES } from "@/lib/preferences";
import { useTexts } from "@/lib/texts/texts-provider";
import { applyTheme } from "./theme";

export function ThemeSwitch({ initial }: { initial: Theme }): JSX.Element {
  const { t } = useTexts();
  const [theme, setTheme] = useState(initial);
  const choose = (chosen: Theme): void => {
    setTheme(chosen);
    applyTheme(chosen);
  };
  return (
    <fieldset aria-label={t("shell.theme")} className="inline-flex rounded-md bg-well p-1">
      {THEMES.map((value) => (
        <label key={value} className="relative">
          <input
            type="radio"
            name="theme"
            value={value}
            checked={value === theme}
            onChange={() => choose(value)}
            className="peer absolute inset-0 cursor-pointer opacity-0"
          />
          <span className="flex h-8 items-center pointer-coarse:h-10 rounded-sm px-4 text-sm text-ink-soft outline-accent transition-colors peer-checked:bg-raised peer-checked:font-medium peer-checked:text-ink peer-checked:shadow-raised peer-hover:text-ink peer-focus-visible:outline-2">
            {t(`shell.theme.${value}`)}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

"use client";
// The language of the app on this device.
import { useRouter } from "next/navigation";
import { type JSX, useState } from "react";
import { NativeSelectField } from "@/components/ui/field";
import { isLanguage, LANGUAGES } from "@/lib/texts/catalogue";
import { useTexts } from "@/lib/texts/texts-provider";
import { type LanguageChoice, rememberLanguage } from "./language";

export function LanguageSwitch({ initial }: { initial: LanguageChoice }): JSX.Element {
  const { t } = useTexts();
  const router = useRouter();
  const [choice, setChoice] = useState(initial);
  const choose = (value: string): void => {
    const chosen = isLanguage(value) ? value : "browser";
    setChoice(chosen);
    rememberLanguage(chosen);
    router.refresh();
  };
  return (
    <NativeSelectField
      label={t("accounts.languageTitle")}
      labelHidden
      value={choice}
      onChange={(event) => choose(event.target.value)}
    >
      <option value="browser">{t("accounts.languageOfBrowser")}</option>
      {Object.entries(LANGUAGES).map(([language, name]) => (
        <option key={language} value={language} lang={language}>
          {name}
        </option>
      ))}
    </NativeSelectField>
  );
}

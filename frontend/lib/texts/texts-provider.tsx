"use client";
// Hands the texts of the person's language to every component. They come with the page, so that no script carries the
// other languages.
import { createContext, type JSX, type ReactNode, use, useMemo } from "react";
import type { Language, Messages } from "./catalogue";
import { createTexts, type Texts } from "./translate";

const TextsContext = createContext<Texts | null>(null);

export function useTexts(): Texts {
  const texts = use(TextsContext);
  if (texts === null) throw new Error("useTexts needs a TextsProvider above it");
  return texts;
}

interface TextsProviderProps {
  language: Language;
  messages: Messages;
  children: ReactNode;
}

export function TextsProvider({ language, messages, children }: TextsProviderProps): JSX.Element {
  const texts = useMemo(() => createTexts(language, messages), [language, messages]);
  return <TextsContext value={texts}>{children}</TextsContext>;
}

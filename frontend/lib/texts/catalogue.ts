// Which languages there are, which texts each has to have, and what a text may have in it.
import type { en } from "./en";

/** Each with its own name for itself. */
export const LANGUAGES = { en: "English", de: "Deutsch", es: "Español" } as const;
export type Language = keyof typeof LANGUAGES;
export const FALLBACK: Language = "en";

/** Forms for different counts, by the plural categories of the language; `{count}` decides between them. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };
export type Message = string | Plural;

export type TextKey = keyof typeof en;
export type Messages = Record<TextKey, Message>;

type ParametersIn<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | ParametersIn<Rest> : never;
type ParameterOf<Entry> = Entry extends string ? ParametersIn<Entry> : ParametersIn<Entry[keyof Entry]>;

/** What has to be handed in with a text: nothing, or a value for each of its `{names}`. */
export type TextValues<Key extends TextKey> = [ParameterOf<(typeof en)[Key]>] extends [never]
  ? []
  : [Record<ParameterOf<(typeof en)[Key]>, string | number>];

export type Translate = <Key extends TextKey>(key: Key, ...values: TextValues<Key>) => string;

export function isLanguage(value: string | undefined): value is Language {
  return value !== undefined && Object.hasOwn(LANGUAGES, value);
}

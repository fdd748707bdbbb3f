import { expect, it } from "vitest";
import { chooseLanguage } from "./negotiate";

it.each([
  ["es", "de", "es"],
  [undefined, "de-AT,de;q=0.9,en;q=0.8", "de"],
  [undefined, "fr-CH, es;q=0.5, de;q=0.7", "de"],
  [undefined, "de;q=0, es;q=0.1", "es"],
  [undefined, "fr, it", "en"],
  [undefined, null, "en"],
  ["browser", "ES-mx", "es"],
  ["constructor", "de", "de"],
])("chosen %s, accepted %s: %s", (chosen, accepted, language) => {
  expect(chooseLanguage(chosen, accepted)).toBe(language);
});

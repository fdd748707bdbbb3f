import { describe, expect, it } from "vitest";
import { LANGUAGES, type Language } from "./catalogue";
import { de } from "./de";
import { en } from "./en";
import { es } from "./es";
import { lastResort } from "./last-resort";

const MESSAGES = { en, de, es };

describe("lastResort", () => {
  it.each(Object.keys(LANGUAGES) as Language[])("says in %s what a page says that failed inside its frame", (language) => {
    const { words } = lastResort(language);
    expect(words).toEqual({
      title: MESSAGES[language]["shell.pageFailed"],
      retry: MESSAGES[language]["common.retry"],
    });
  });

  it("takes a language with its region, and English for any other", () => {
    expect(lastResort("de-AT").language).toBe("de");
    expect(lastResort("fr").language).toBe("en");
    expect(lastResort("").language).toBe("en");
  });
});

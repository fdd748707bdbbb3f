import { describe, expect, it } from "vitest";
import { CATALOGUES, ENGLISH, GERMAN, SPANISH } from "@/tests/texts";
import { isLanguage, type Message } from "./catalogue";
import { createTexts } from "./translate";

const { en: english, ...others } = CATALOGUES;

/** All forms of a text. */
function formsOf(message: Message): string[] {
  return typeof message === "string" ? [message] : Object.values(message);
}

function parametersOf(message: Message): string[] {
  const names = formsOf(message).flatMap((text) => Array.from(text.matchAll(/\{(\w+)\}/g), ([, name]) => name ?? ""));
  return Array.from(new Set(names)).sort();
}

describe.each(Object.entries(others))("%s", (language, messages) => {
  it("has every text, and none besides", () => {
    expect(Object.keys(messages).sort()).toEqual(Object.keys(english).sort());
  });

  it.each(Object.entries(english))("%s is filled in with the same values", (key, message) => {
    expect(parametersOf(messages[key as keyof typeof messages])).toEqual(parametersOf(message));
  });

  it("leaves no text empty, and no form of a plural out that common counts need", () => {
    const plurals = new Intl.PluralRules(language);
    const needed = new Set([0, 1, 2, 3, 5, 11, 21, 100].map((count) => plurals.select(count)));
    for (const [key, message] of Object.entries(messages)) {
      expect(formsOf(message).every((text) => text.trim() !== ""), key).toBe(true);
      if (typeof message !== "string") expect(Object.keys(message), key).toEqual(expect.arrayContaining([...needed]));
    }
  });
});

describe("createTexts", () => {
  it("fills in values", () => {
    expect(ENGLISH.t("tasks.addedToast", { title: "Pay {rent}", project: "Home" })).toBe("Added “Pay {rent}” to Home");
  });

  it.each([
    [0, "0 open tasks", "0 offene Aufgaben", "0 tareas pendientes"],
    [1, "1 open task", "1 offene Aufgabe", "1 tarea pendiente"],
    [7, "7 open tasks", "7 offene Aufgaben", "7 tareas pendientes"],
  ])("counts %d", (count, ...expected) => {
    expect([ENGLISH, GERMAN, SPANISH].map(({ t }) => t("projects.openTasks", { count }))).toEqual(expected);
  });

  it("takes the general form where a language has no other", () => {
    const texts = createTexts("en", { ...english, "projects.openTasks": { other: "{count} x" } });
    expect(texts.t("projects.openTasks", { count: 1 })).toBe("1 x");
  });

  it("names days and months", () => {
    expect([GERMAN.weekday(0, "long"), GERMAN.weekday(6, "long")]).toEqual(["Sonntag", "Samstag"]);
    expect([SPANISH.month(0, "long"), SPANISH.month(11, "long")]).toEqual(["enero", "diciembre"]);
  });
});

it("knows a language from what merely looks like a property", () => {
  expect(["en", "de", "es", "fr", "toString", undefined].map(isLanguage)).toEqual([true, true, true, false, false, false]);
});

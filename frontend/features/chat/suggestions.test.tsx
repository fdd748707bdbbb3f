// What one may say at the start: the server's words, and until they are there those of the person's language.
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { Language, Messages } from "@/lib/texts/catalogue";
import { de } from "@/lib/texts/de";
import { en } from "@/lib/texts/en";
import { es } from "@/lib/texts/es";
import { TextsProvider } from "@/lib/texts/texts-provider";
import { serve } from "@/tests/api";
import { renderInApp } from "@/tests/render";
import { Suggestions } from "./suggestions";

function open(language: Language, messages: Messages, suggestions?: string[]): ReturnType<typeof vi.fn> {
  const chosen = vi.fn();
  const usage = { tokens_today: 0, token_limit: null, seconds_today: 0, second_limit: null };
  serve(suggestions === undefined ? {} : { "GET /api/assistant": () => ({ model: "built-in", usage, suggestions }) });
  renderInApp(
    <TextsProvider language={language} messages={messages}>
      <Suggestions onChoose={chosen} />
    </TextsProvider>,
  );
  return chosen;
}

describe("Suggestions", () => {
  it.each([
    ["en", en, "What is due today?"],
    ["de", de, "Was ist heute fällig?"],
    ["es", es, "¿Qué hay para hoy?"],
  ] as const)("are said in %s", async (language, messages, said) => {
    const chosen = open(language, messages);
    await userEvent.click(await screen.findByRole("button", { name: said }));
    expect(chosen).toHaveBeenCalledExactlyOnceWith(said);
  });

  it("are the server's once it has said them", async () => {
    const chosen = open("de", de, ["Was soll ich heute tun?"]);
    await userEvent.click(await screen.findByRole("button", { name: "Was soll ich heute tun?" }));
    expect(chosen).toHaveBeenCalledExactlyOnceWith("Was soll ich heute tun?");
    expect(screen.queryByRole("button", { name: "Was ist heute fällig?" })).toBeNull();
  });
});

import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import { renderInTexts } from "@/tests/render";
import { LanguageSwitch } from "./language-switch";

const refresh = vi.hoisted(() => vi.fn());

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh }) }));

afterEach(() => {
  document.cookie = "todo_language=; Max-Age=0";
});

it("remembers the choice and has the page made anew", async () => {
  renderInTexts(<LanguageSwitch initial="browser" />);
  await userEvent.selectOptions(screen.getByLabelText("Language"), "Deutsch");
  expect(document.cookie).toContain("todo_language=de");
  expect(screen.getByLabelText("Language")).toHaveValue("de");
  await userEvent.selectOptions(screen.getByLabelText("Language"), "As the browser");
  expect(document.cookie).toContain("todo_language=browser");
  expect(refresh).toHaveBeenCalledTimes(2);
});

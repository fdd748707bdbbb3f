import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { type JSX, useState } from "react";
import { expect, it, vi } from "vitest";
import { TextsProvider } from "@/lib/texts/texts-provider";
import { type Answers, serve } from "@/tests/api";
import { aUser } from "@/tests/fixtures";
import { renderInApp } from "@/tests/render";
import { CATALOGUES } from "@/tests/texts";
import { DurationField } from "./duration-field";

const PREVIEW = "POST /api/quick-add/preview";
const UNREAD = { title: "x", due_date: null, due_at: null, time_zone: null, recurrence: null, duration_minutes: null, labels: [], spans: [] };

interface Shown {
  field: HTMLInputElement;
  onChange: ReturnType<typeof vi.fn>;
  onSubmit: ReturnType<typeof vi.fn>;
  log: ReturnType<typeof serve>;
}

function open(minutes: number | null, answers: Answers = {}, language: keyof typeof CATALOGUES = "en"): Shown {
  const onChange = vi.fn();
  const onSubmit = vi.fn((event: Event) => event.preventDefault());
  function Form(): JSX.Element {
    const [value, setValue] = useState(minutes);
    return (
      <form onSubmit={(event) => onSubmit(event.nativeEvent)}>
        <DurationField
          minutes={value}
          onChange={(next) => {
            onChange(next);
            setValue(next);
          }}
        />
        <button type="submit">Save</button>
      </form>
    );
  }
  const log = serve(answers);
  renderInApp(
    <TextsProvider language={language} messages={CATALOGUES[language]}>
      <Form />
    </TextsProvider>,
    aUser({ language }),
  );
  return { field: screen.getByRole("combobox"), onChange, onSubmit, log };
}

const read = (duration_minutes: number | null, change: object = {}): Answers => ({ [PREVIEW]: () => ({ ...UNREAD, duration_minutes, ...change }) });
const options = (): (string | null)[] => screen.queryAllByRole("option").map(({ textContent }) => textContent);

it.each([
  ["en", "1.5 hours", "for 1.5 hours", "1 hour 30 minutes"],
  ["en", "for 90 min", "for 90 min", "1 hour 30 minutes"],
  ["en", " 90 ", "for 90 min", "1 hour 30 minutes"],
  ["de", "anderthalb Stunden", "für anderthalb Stunden", "1 Stunde 30 Minuten"],
  ["de", "Für 90 Minuten", "Für 90 Minuten", "1 Stunde 30 Minuten"],
  ["es", "hora y media", "durante hora y media", "1 hora 30 minutos"],
] as const)("in %s %j is read as %j", async (language, typed, line, words) => {
  const { field, onChange, log } = open(null, read(90), language);
  await userEvent.type(field, typed, { delay: null });
  await waitFor(() => expect(onChange).toHaveBeenCalledExactlyOnceWith(90));
  expect(log.map(({ body }) => body)).toEqual([{ text: `x ${line}` }]);
  expect(field).toHaveValue(typed);
  expect(options()).toEqual([words]);
  await userEvent.tab();
  expect(field).toHaveValue(words);
});

it("offers the usual ones to whoever presses an arrow, and takes one with Enter", async () => {
  const { field, onChange, onSubmit } = open(45);
  await userEvent.tab();
  expect(field).toHaveFocus();
  expect(options()).toEqual([]);
  await userEvent.keyboard("{ArrowDown}");
  expect(options()).toContain("8 hours");
  expect(screen.getByRole("option", { selected: true })).toHaveTextContent("45 minutes");
  expect(field).toHaveAttribute("aria-activedescendant", screen.getByRole("option", { selected: true }).id);
  await userEvent.keyboard("{ArrowDown}{Enter}");
  expect(onChange).toHaveBeenCalledExactlyOnceWith(60);
  expect(field).toHaveValue("1 hour");
  expect(field).toHaveFocus();
  expect(options()).toEqual([]);
  expect(onSubmit).not.toHaveBeenCalled();
  await userEvent.keyboard("{Enter}");
  expect(onSubmit).toHaveBeenCalledOnce();
});

it("is opened by a press, chosen from by another, and closed by Escape alone", async () => {
  const { field, onChange } = open(null);
  const outside = vi.fn();
  document.addEventListener("keydown", outside);
  await userEvent.click(field);
  expect(screen.getByRole("listbox", { name: "Usual lengths" })).toBeVisible();
  await userEvent.keyboard("{Escape}");
  expect(options()).toEqual([]);
  expect(outside).not.toHaveBeenCalled();
  document.removeEventListener("keydown", outside);
  await userEvent.click(field);
  await userEvent.click(screen.getByRole("option", { name: "30 minutes" }));
  expect(onChange).toHaveBeenCalledExactlyOnceWith(30);
  expect(field).toHaveFocus();
});

it("offers what it is now though that is unusual, and none", async () => {
  const { field, onChange } = open(100);
  await userEvent.click(field);
  expect(options()).toContain("1 hour 40 minutes");
  await userEvent.click(screen.getByRole("option", { name: "Not set" }));
  expect(onChange).toHaveBeenCalledExactlyOnceWith(null);
});

it("has none once it is emptied", async () => {
  const { field, onChange } = open(45);
  await userEvent.clear(field);
  expect(onChange).toHaveBeenCalledExactlyOnceWith(null);
  await userEvent.tab();
  expect(field).toHaveValue("");
});

it.each([
  ["a while", read(null, { title: "x for a while" })],
  ["an hour tomorrow", read(60, { due_date: "2026-11-26" })],
])("%j is no length: it says so, stays, and keeps the form from being sent", async (typed, answers) => {
  const { field, onChange, onSubmit } = open(null, answers);
  await userEvent.type(field, typed, { delay: null });
  await waitFor(() => expect(field).toHaveAccessibleDescription(/^Not a length of time/));
  expect(field).toBeInvalid();
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  expect(onSubmit).not.toHaveBeenCalled();
  expect(field).toHaveValue(typed);
  await userEvent.clear(field);
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  expect(onSubmit).toHaveBeenCalledOnce();
  expect(onChange.mock.calls.flat().filter((value) => value !== null)).toEqual([]);
});

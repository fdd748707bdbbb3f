// The picker in each language: what the server reads is said in the person's own words.
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { TextsProvider } from "@/lib/texts/texts-provider";
import { type Asked, serve } from "@/tests/api";
import { renderInApp } from "@/tests/render";
import { CATALOGUES, ENGLISH, GERMAN, SPANISH } from "@/tests/texts";
import { DatePicker, type Picked } from "./date-picker";

type Language = keyof typeof CATALOGUES;

const TEXTS = { en: ENGLISH, de: GERMAN, es: SPANISH };

const UNREAD = { title: "x", due_date: null, due_at: null, time_zone: null, recurrence: null, duration_minutes: null, labels: [], spans: [] };
const NO_DATE = { ...UNREAD, spans: [{ kind: "date", start: 2, end: 9, text: "", label: "" }] };

function open(language: Language, answer: object, day: string | null = "2026-11-26") {
  const log = serve({ "POST /api/quick-add/preview": () => answer });
  const onPick = vi.fn<(picked: Picked) => void>();
  const { t } = TEXTS[language];
  renderInApp(
    <TextsProvider language={language} messages={CATALOGUES[language]}>
      <DatePicker day={day} time={null} saveLabel={t("common.save")} onPick={onPick} onCancel={vi.fn()} />
    </TextsProvider>,
  );
  return { log, onPick, field: screen.getByLabelText(t("tasks.dateWords")) };
}

const lines = (log: Asked[]): unknown[] => log.map(({ body }) => body);

describe.each([
  ["en", "no date", "The date is taken away"],
  ["de", "kein Datum", "Das Datum wird entfernt"],
  ["es", "sin fecha", "Se quita la fecha"],
] as const)("in %s, “%s”", (language, words, said) => {
  it("takes the date away and says so before", async () => {
    const { log, onPick, field } = open(language, NO_DATE);
    await userEvent.type(field, words, { delay: null });
    await waitFor(() => expect(field).toHaveAccessibleDescription(said));
    expect(onPick).not.toHaveBeenCalled();
    await userEvent.keyboard("{Enter}");
    expect(onPick).toHaveBeenCalledExactlyOnceWith({ day: null });
    expect(lines(log)).toEqual([{ text: `x ${words}` }]);
  });

  it("is none where it stands beside what would be lost", async () => {
    const { onPick, field } = open(language, { ...NO_DATE, title: "x Ada" });
    await userEvent.type(field, `Ada ${words}`, { delay: null });
    await waitFor(() => expect(field).toHaveAccessibleDescription(TEXTS[language].t("tasks.dateNotRead")));
    await userEvent.keyboard("{Enter}");
    expect(onPick).not.toHaveBeenCalled();
  });
});

describe.each([
  ["de", "freitag 17 Uhr", "Fr, 17:00", "Donnerstag, 26. November 2026", "November 2026", ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"]],
  ["es", "viernes a las 17", "vie, 17:00", "Jueves, 26 de noviembre 2026", "Noviembre 2026", ["lu", "ma", "mi", "ju", "vi", "sá", "do"]],
] as const)("in %s", (language, words, said, day, month, weekdays) => {
  it("says what was understood, and gives it on", async () => {
    const { onPick, field } = open(language, { ...UNREAD, due_at: "2026-11-27T16:00:00Z", time_zone: "Europe/Berlin" });
    await userEvent.type(field, words, { delay: null });
    await waitFor(() => expect(field).toHaveAccessibleDescription(said));
    await userEvent.keyboard("{Enter}");
    expect(onPick).toHaveBeenCalledExactlyOnceWith({ day: "2026-11-27", time: "17:00" });
  });

  it("names days and months, and knows which is chosen", async () => {
    const { onPick } = open(language, UNREAD);
    expect(screen.getByText(month)).toBeVisible();
    expect(screen.getAllByRole("columnheader").map(({ textContent }) => textContent)).toEqual(weekdays);
    expect(screen.getByRole("gridcell", { selected: true })).toHaveTextContent("26");
    await userEvent.click(screen.getByRole("button", { name: day }));
    expect(onPick).toHaveBeenCalledExactlyOnceWith({ day: "2026-11-26" });
  });

  it("offers the usual days, and none", async () => {
    const { onPick } = open(language, UNREAD);
    const { t } = TEXTS[language];
    expect(screen.getByRole("button", { pressed: true })).toHaveAccessibleName(new RegExp(`^${t("tasks.tomorrow")}`));
    await userEvent.click(screen.getByRole("button", { name: t("tasks.noDate") }));
    expect(onPick).toHaveBeenCalledExactlyOnceWith({ day: null });
  });
});

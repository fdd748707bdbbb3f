import { describe, expect, it } from "vitest";
import { ENGLISH, GERMAN, SPANISH } from "@/tests/texts";
import type { Texts } from "@/lib/texts/translate";
import { deedsOf, type Known, type Told } from "./deeds";

const KNOWN: Known = {
  clock: { zone: "Europe/Berlin", today: "2026-11-25", time: "11:00", hourCycle: "h23" },
  projects: new Map([
    ["p1", "Home"],
    ["p2", "Work"],
  ]),
  labels: new Map([
    ["l1", "errand"],
    ["l2", "phone"],
  ]),
};

type Change = [name: string, before: unknown, after: unknown];

const changed = (...changes: Change[]): Told => ({
  kind: "update",
  fields: changes.map(([name, before, after]) => ({ name, before, after })),
});

const say = (told: Told, texts: Texts = ENGLISH): string => deedsOf(told, KNOWN, texts).join(" | ");

const AT = "2026-11-25T09:00:00+00:00";

describe("one field", () => {
  it.each<[Change, string, string, string]>([
    [["completed_at", null, AT], "Completed", "Erledigt", "Completada"],
    [["completed_at", AT, null], "Reopened", "Wieder geöffnet", "Reabierta"],
    [["completion_count", 2, 3], "Completed", "Erledigt", "Completada"],
    [["completion_count", 3, 2], "Reopened", "Wieder geöffnet", "Reabierta"],
    [["title", "Rent", "Pay rent"], "Renamed, was “Rent”", "Umbenannt, vorher „Rent“", "Renombrada, antes «Rent»"],
    [["name", "Yard", "Garden"], "Renamed, was “Yard”", "Umbenannt, vorher „Yard“", "Renombrada, antes «Yard»"],
    [["due_date", null, "2026-11-25"], "Due date: Today", "Fälligkeit: Heute", "Fecha: Hoy"],
    [["due_date", "2026-11-25", null], "Due date removed", "Fälligkeit entfernt", "Fecha: sin valor"],
    [["due_date", "2026-11-25", "2026-11-26"], "Due date: Today → Tomorrow", "Fälligkeit: Heute → Morgen", "Fecha: Hoy → Mañana"],
    [["due_at", "2026-11-25T16:00:00Z", "2026-11-25T23:30:00Z"], "Due date: Today 17:00 → Tomorrow 00:30", "Fälligkeit: Heute, 17:00 → Morgen, 00:30", "Fecha: Hoy, 17:00 → Mañana, 00:30"],
    [["priority", 4, 1], "Priority: No priority → Priority 1", "Priorität: Keine Priorität → Priorität 1", "Prioridad: Sin prioridad → Prioridad 1"],
    [["duration_minutes", 30, 90], "Duration: 30 minutes → 1 hour 30 minutes", "", ""],
    [["deadline", null, "2026-11-26"], "Deadline: Tomorrow", "", ""],
    [["project_id", "p1", "p2"], "Moved from “Home” to “Work”", "Von „Home“ nach „Work“ verschoben", "Movida de «Home» a «Work»"],
    [["project_id", "gone", "p2"], "Moved to “Work”", "Nach „Work“ verschoben", "Movida a «Work»"],
    [["project_id", "p1", "gone"], "Moved", "Verschoben", "Movida"],
    [["section_id", null, "s"], "Moved", "Verschoben", "Movida"],
    [["parent_id", "t", null], "Moved", "Verschoben", "Movida"],
    [["label_ids", [], ["l1", "l2"]], "Labels: errand, phone", "", ""],
    [["label_ids", ["l1"], ["l2"]], "Labels: errand → phone", "", ""],
    [["label_ids", ["l1", "gone"], ["gone"]], "Labels removed", "", ""],
    [["archived_at", null, AT], "Archived", "Archiviert", "Archivada"],
    [["archived_at", AT, null], "Taken out of the archive", "Aus dem Archiv geholt", "Sacada del archivo"],
    [["is_favorite", false, true], "Added to favorites", "Zu den Favoriten hinzugefügt", "Añadida a favoritos"],
    [["is_favorite", true, false], "Removed from favorites", "Aus den Favoriten entfernt", "Quitada de favoritos"],
    [["color", "teal", "pink"], "Changed: Color", "Geändert: Farbe", "Cambiada: Color"],
    [["notes", null, null], "Changed: Notes", "Geändert: Notizen", "Cambiada: Notas"],
    [["recurrence", null, { rule: "FREQ=DAILY", anchor: "due" }], "Repeats: every day", "", ""],
    [["recurrence", { rule: "FREQ=DAILY", anchor: "due" }, null], "Does not repeat any more", "Wiederholt sich nicht mehr", "Ya no se repite"],
  ])("%j is %s", (change, english, german, spanish) => {
    expect(say(changed(change))).toBe(english);
    if (german !== "") expect([say(changed(change), GERMAN), say(changed(change), SPANISH)]).toEqual([german, spanish]);
  });

  it("shortens a long title", () => {
    expect(say(changed(["title", "x".repeat(400), "y"])).length).toBeLessThan(80);
  });

  it.each(["due_date", "due_at", "title", "priority", "deadline", "duration_minutes", "label_ids"])(
    "%s is only named where its values are not told",
    (name) => {
      expect(say(changed([name, null, null]))).toMatch(/^Changed: \w/);
    },
  );
});

describe("several fields", () => {
  it("are told each, the same thing once", () => {
    expect(say(changed(["title", "Rent", "Pay rent"], ["priority", 4, 2], ["notes", null, null]))).toBe(
      "Renamed, was “Rent” | Priority: No priority → Priority 2 | Changed: Notes",
    );
    expect(say(changed(["section_id", "s", null], ["parent_id", "t", null]))).toBe("Moved");
  });

  it("a day that gets a time is one change", () => {
    const told = changed(["due_date", "2026-11-25", null], ["due_at", null, "2026-11-25T16:00:00Z"], ["time_zone", null, "Europe/Berlin"]);
    expect(say(told)).toBe("Due date: Today → Today 17:00");
  });

  it("a task that recurs was completed and is due again; which occurrence that is stays untold", () => {
    const rule = { rule: "FREQ=DAILY", anchor: "due" };
    const told = changed(
      ["due_date", "2026-11-25", "2026-11-26"],
      ["recurrence", { ...rule, occurrence: 0 }, { ...rule, occurrence: 1 }],
      ["completion_count", 0, 1],
    );
    expect(say(told)).toBe("Due date: Today → Tomorrow | Completed");
  });
});

describe("no field", () => {
  it.each([
    ["create", "Created"],
    ["delete", "Deleted"],
  ] as const)("%s says all", (kind, words) => {
    expect(say({ kind, fields: [] })).toBe(words);
    expect(say({ kind })).toBe(words);
  });

  it.each([[{ kind: "update" }], [changed()], [changed(["version", 1, 2])], [changed(["toString", 1, 2])]] as [Told][])(
    "%j tells nothing",
    (told) => {
      expect(deedsOf(told, KNOWN, ENGLISH)).toEqual([]);
    },
  );
});

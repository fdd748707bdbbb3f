import { describe, expect, it } from "vitest";
import type { QuickAddPreview } from "@/lib/api/types";
import { newLabels, toLines, toTask } from "./quick-add-lines";

function aPreview(change: Partial<QuickAddPreview> = {}): QuickAddPreview {
  return {
    title: "Pay rent",
    notes: "",
    due_date: null,
    due_at: null,
    time_zone: null,
    deadline: null,
    duration_minutes: null,
    recurrence: null,
    priority: 4,
    project_id: null,
    section_id: null,
    labels: [],
    spans: [],
    ...change,
  };
}

describe("toLines", () => {
  it("takes the marks of lists off and leaves out what is empty", () => {
    const pasted = "- Buy milk\r\n\r\n* [ ] Call Mum\n3. Pay rent\n  [x] Read\n• Water\n7 apples\n-5 degrees";
    expect(toLines(pasted)).toEqual(["Buy milk", "Call Mum", "Pay rent", "Read", "Water", "7 apples", "-5 degrees"]);
  });

  it("cuts what is longer than a line may be", () => {
    expect(toLines("x".repeat(3000))[0]).toHaveLength(1000);
  });
});

describe("toTask", () => {
  it("is what the line says, in the project where it was pasted", () => {
    const line = { id: "t1", text: "", preview: aPreview({ due_date: "2026-12-01", priority: 2 }) };
    expect(toTask(line, "home", new Map())).toMatchObject({
      id: "t1",
      title: "Pay rent",
      priority: 2,
      project_id: "home",
      due_date: "2026-12-01",
    });
  });

  it("has a moment and its zone instead of a day, and its labels, also those just made", () => {
    const labels = [
      { id: "l1", name: "home" },
      { id: null, name: "new" },
    ];
    const moment = { due_at: "2026-12-01T17:00:00+01:00", time_zone: "Europe/Berlin" };
    const preview = aPreview({ ...moment, project_id: "work", labels });
    const task = toTask({ id: "t1", text: "", preview }, "home", new Map([["new", "l2"]]));
    expect(task).toMatchObject({ ...moment, project_id: "work", label_ids: ["l1", "l2"] });
    expect(task).not.toHaveProperty("due_date");
  });
});

it("names each label that has to be made once", () => {
  const preview = aPreview({ labels: [{ id: null, name: "new" }, { id: "l1", name: "home" }] });
  const line = { id: "t1", text: "", preview };
  expect(newLabels([line, line])).toEqual(["new"]);
});

import { describe, expect, it } from "vitest";
import { aTask } from "@/tests/fixtures";
import { addedBy, madeId, taskIdOf, toWaiting, unneeded, type Waiting } from "./waiting";

const ID = "00000000-0000-7000-8000-000000000001";
const task = aTask({ id: ID, title: "Pay rent", version: 7 });
const now = "2026-11-25T10:00:00Z";

function ask(method: string, path: string, body: unknown = null): ReturnType<typeof toWaiting> {
  return toWaiting({ method, path, body, known: (id) => (id === ID ? task : undefined), now });
}

describe("toWaiting", () => {
  it("lets changes to a known task wait, on the version that was seen", () => {
    const path = `/api/tasks/${ID}`;
    expect(ask("PATCH", path, { title: "Rent" })).toEqual({
      waiting: { method: "PATCH", path, body: { title: "Rent" }, version: 7, title: "Pay rent", tried: false },
      task: { ...task, title: "Rent", version: 8, updated_at: now },
    });
    expect(ask("DELETE", path)?.task).toBeNull();
    expect(ask("POST", `${path}/complete`)?.task).toMatchObject({ completed_at: now, version: 8 });
    expect(ask("POST", `${path}/reopen`)?.task).toMatchObject({ completed_at: null, version: 8 });
  });

  it("lets new tasks wait that have an id of their own, and only those", () => {
    const made = ask("POST", "/api/quick-add", { id: ID, text: "Buy milk tomorrow", project_id: "home" });
    expect(made?.task).toMatchObject({ id: ID, title: "Buy milk tomorrow", project_id: "home", version: 1 });
    expect(made?.waiting).toMatchObject({ version: null, title: "Buy milk tomorrow" });
    expect(ask("POST", "/api/quick-add", { text: "Buy milk", project_id: "home" })).toBeNull();
  });

  it("has a new task where the request puts it", () => {
    const place = { project_id: "home", section_id: "later", parent_id: "above", due_date: "2026-11-25" };
    expect(ask("POST", "/api/quick-add", { id: ID, text: "Buy milk", rejected: [], ...place })?.task).toEqual({
      ...aTask({ id: ID, title: "Buy milk", position: "~", created_at: now, updated_at: now }),
      ...place,
    });
  });

  it("lets nothing else wait", () => {
    const unknown = "00000000-0000-7000-8000-000000000002";
    for (const [method, path] of [
      ["POST", "/api/chat"],
      ["DELETE", `/api/tasks/${unknown}`],
      ["POST", `/api/tasks/${ID}/move`],
      ["POST", "/api/tokens"],
      ["PATCH", `/api/tasks/${ID}/complete`],
    ] as const) {
      expect(ask(method, path, {})).toBeNull();
    }
  });
});

it("knows which task a change is on", () => {
  expect(taskIdOf({ ...blank, path: `/api/tasks/${ID}/complete` })).toBe(ID);
  expect(taskIdOf({ ...blank, path: "/api/quick-add" })).toBeUndefined();
});

const queued = (change: Partial<Waiting>): Waiting => ({ ...blank, ...change });
const made = (id: string, more: object = {}): Waiting =>
  queued({ path: "/api/quick-add", body: { id, text: `Task ${id.slice(-1)}`, project_id: "home", ...more } });
const SECOND = "00000000-0000-7000-8000-000000000002";

describe("addedBy", () => {
  const on = (method: string, end = "", body: unknown = null): Waiting => queued({ method, path: `/api/tasks/${ID}${end}`, version: 1, body });

  it.each<[string, Waiting[], object[]]>([
    ["nothing", [], []],
    ["changes to what is there", [on("PATCH", "", { title: "x" }), on("DELETE")], []],
    ["what is made, in its order", [made(SECOND), made(ID)], [{ id: SECOND, title: "Task 2" }, { id: ID, title: "Task 1" }]],
    ["what is made twice, once", [made(ID), made(ID)], [{ id: ID }]],
    ["what is changed then", [made(ID), on("PATCH", "", { title: "x", due_date: "2026-11-25" })], [{ title: "x", due_date: "2026-11-25", version: 2 }]],
    ["what is done then", [made(ID), on("POST", "/complete")], [{ completed_at: now }]],
    ["what is deleted then", [made(ID), made(SECOND), on("DELETE")], [{ id: SECOND }]],
  ])("gives for %s", (_, queue, tasks) => {
    expect(addedBy(queue, now)).toMatchObject(tasks);
    expect(addedBy(queue, now)).toHaveLength(tasks.length);
  });
});

describe("unneeded", () => {
  const queue = (...all: Waiting[]): { key: number; waiting: Waiting }[] => all.map((waiting, key) => ({ key, waiting }));
  const patch = queued({ method: "PATCH", path: `/api/tasks/${ID}`, version: 1, body: { title: "x" } });
  const keys = (all: ReturnType<typeof queue>): number[] | undefined => unneeded(all, ID)?.map(({ key }) => key);

  it("is all of a task that was never sent", () => {
    expect(keys(queue(made(SECOND), made(ID), patch))).toEqual([1, 2]);
  });

  it.each<[string, Waiting[]]>([
    ["is there", [patch]],
    ["may be there", [{ ...made(ID), tried: true }]],
    ["has others below it", [made(ID), made(SECOND, { parent_id: ID })]],
  ])("is nothing where the task %s", (_, all) => {
    expect(keys(queue(...all))).toBeUndefined();
  });
});

it("knows which task is made", () => {
  expect(madeId(made(ID))).toBe(ID);
  expect(madeId(queued({ version: 1, body: { id: ID } }))).toBeUndefined();
});

const blank = { method: "POST", path: "", version: null, body: null, title: "", tried: false };

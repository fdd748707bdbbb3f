import { describe, expect, it } from "vitest";
import { aTask } from "@/tests/fixtures";
import { taskIdOf, toWaiting } from "./waiting";

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

const blank = { method: "POST", path: "", version: null, body: null, title: "", tried: false };

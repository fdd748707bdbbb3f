import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import { serve } from "@/tests/api";
import { renderInApp } from "@/tests/render";
import { LiveUpdates } from "./live-updates";
import { askToNotify } from "./notifications";

const push = vi.fn();
vi.mock("next/navigation", () => ({ useRouter: () => ({ push }) }));

const DUE = { reminder_id: "r1", task_id: "t1", title: "Call Mum", fire_at: "2026-11-25T10:00:00Z" };

function stubNotifications(permission: NotificationPermission): { shown: unknown[]; ask: ReturnType<typeof vi.fn> } {
  const shown: unknown[] = [];
  const ask = vi.fn(() => Promise.resolve("granted"));
  class Stub {
    static permission = permission;
    static requestPermission = ask;
    onclick = null;
    constructor(heading: string, options: object) {
      shown.push([heading, options]);
    }
  }
  vi.stubGlobal("Notification", Stub);
  return { shown, ask };
}

function sendReminder(): void {
  const text = `event: reminder\ndata: ${JSON.stringify(DUE)}\n\n`;
  const body = new ReadableStream<Uint8Array>({ start: (stream) => stream.enqueue(new TextEncoder().encode(text)) });
  serve({ "GET /api/events": () => new Response(body) });
}

afterEach(() => vi.unstubAllGlobals());

it("tells of a reminder on the page and, where it may, as a notification", async () => {
  const { shown } = stubNotifications("granted");
  sendReminder();
  renderInApp(<LiveUpdates />);
  await screen.findByText("Reminder: Call Mum");
  expect(shown).toEqual([["Reminder", { body: "Call Mum", tag: "r1", data: { path: "/tasks/t1" } }]]);
});

it("leads to the task from there", async () => {
  sendReminder();
  renderInApp(<LiveUpdates />);
  await userEvent.click(await screen.findByRole("button", { name: "Open task" }));
  expect(push).toHaveBeenCalledExactlyOnceWith("/tasks/t1");
});

it("tells of it on the page alone where notifications were not allowed, and does not ask", async () => {
  const { shown, ask } = stubNotifications("default");
  sendReminder();
  renderInApp(<LiveUpdates />);
  await screen.findByText("Reminder: Call Mum");
  expect(shown).toEqual([]);
  expect(ask).not.toHaveBeenCalled();
});

it("asks for permission once, when somebody sets a reminder", async () => {
  const { ask } = stubNotifications("default");
  await expect(askToNotify()).resolves.toBe(true);
  expect(ask).toHaveBeenCalledOnce();
  stubNotifications("denied");
  await expect(askToNotify()).resolves.toBe(false);
});

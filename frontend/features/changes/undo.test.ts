import { describe, expect, it, onTestFinished, vi } from "vitest";
import type { ToastMessage } from "@/components/ui/toasts";
import { toProblemError } from "@/lib/api/problem";
import { aGroup } from "@/tests/fixtures";
import { ENGLISH } from "@/tests/texts";
import { createAnnounce, SLOW_MS } from "./undo";
import { undoneGroups } from "./undone";

/** An announcer, and the messages that it has shown. */
function announcing(undo: (group: string) => Promise<ReturnType<typeof aGroup>>): {
  shown: ToastMessage[];
  announce: ReturnType<typeof createAnnounce>;
} {
  const shown: ToastMessage[] = [];
  return { shown, announce: createAnnounce({ show: (message) => shown.push(message) }, undo, ENGLISH) };
}

describe("createAnnounce", () => {
  it("offers undo, then redo, then undo again, each for the group before", async () => {
    const undo = vi.fn((group: string) => Promise.resolve(aGroup({ id: `${group}'` })));
    const { shown, announce } = announcing(undo);
    announce.done("Completed", "g");
    for (const expected of [1, 2, 3]) {
      shown.at(-1)?.action?.onAct();
      await vi.waitFor(() => expect(shown).toHaveLength(expected + 1));
    }
    expect(shown.map(({ title, action }) => [title, action?.label])).toEqual([
      ["Completed", "Undo"],
      ["Undone", "Redo"],
      ["Done again", "Undo"],
      ["Undone", "Redo"],
    ]);
    expect(undo.mock.calls).toEqual([["g"], ["g'"], ["g''"]]);
  });

  it("says that it is at work when that takes long, and not when it does not", async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const answer = Promise.withResolvers<ReturnType<typeof aGroup>>();
    const { shown, announce } = announcing(() => answer.promise);
    announce.done("Imported", "g");
    shown[0]?.action?.onAct();
    await vi.advanceTimersByTimeAsync(SLOW_MS - 1);
    expect(shown).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(shown.at(-1)).toEqual({ title: "One moment…" });
    answer.resolve(aGroup());
    await vi.advanceTimersByTimeAsync(SLOW_MS);
    expect(shown.map(({ title }) => title)).toEqual(["Imported", "One moment…", "Undone"]);
  });

  it("offers nothing when nothing was changed", () => {
    const { shown, announce } = announcing(vi.fn());
    announce.done("Completed", null);
    expect(shown).toEqual([{ title: "Completed" }]);
  });

  it("tells why something could not be undone", async () => {
    const conflict = toProblemError(409, {
      type: "urn:todo:problem:undo-conflict",
      title: "Conflict",
      status: 409,
      detail: "Not undone: “Pay rent” was changed since; “Home” was changed since.",
      conflicts: [{ code: "changed", title: "Pay rent" }, { code: "project-gone", title: "Call" }],
    });
    const { shown, announce } = announcing(() => Promise.reject(conflict));
    announce.done("Completed", "g");
    shown[0]?.action?.onAct();
    await vi.waitFor(() => expect(shown).toHaveLength(2));
    expect(shown[1]).toEqual({ title: "Not undone: “Pay rent” was changed since; “Call” belongs to a project that is gone.", tone: "danger" });
  });
});

it("knows which groups have been taken back", () => {
  const groups = [aGroup({ id: "a", undone_by: "b" }), aGroup({ id: "b", undo_of: "a" })];
  expect(undoneGroups(groups)).toEqual(new Set(["a"]));
});

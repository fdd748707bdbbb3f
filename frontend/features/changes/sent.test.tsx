import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { JSX } from "react";
import { expect, it, vi } from "vitest";
import { useCompleteTask, useDeleteTask } from "@/features/tasks/actions";
import { asked, changed, serve } from "@/tests/api";
import { aGroup, aTask } from "@/tests/fixtures";
import { renderInApp } from "@/tests/render";
import { useUndoNewest } from "./sent";

const first = aTask({ id: "first", title: "First" });
const second = aTask({ id: "second", title: "Second" });

function Deeds(): JSX.Element {
  const complete = useCompleteTask();
  const remove = useDeleteTask();
  const undo = useUndoNewest();
  return (
    <>
      <button type="button" onClick={() => complete.mutate(first)}>Complete</button>
      <button type="button" onClick={() => remove.mutate(second)}>Delete</button>
      <button type="button" onClick={undo}>Undo newest</button>
    </>
  );
}

const press = (name: string): Promise<void> => userEvent.click(screen.getByRole("button", { name }));

/** A server that completes only when it is told to. */
function slow(): { log: ReturnType<typeof serve>; answer: () => void } {
  const { promise, resolve: answer } = Promise.withResolvers<undefined>();
  const log = serve({
    "POST /api/tasks/first/complete": async () => {
      await promise;
      return changed(first, "g1");
    },
    "DELETE /api/tasks/second": () => changed(null, "g2"),
    "POST /api/changes/g1/undo": () => aGroup({ id: "u1" }),
    "POST /api/changes/g2/undo": () => aGroup({ id: "u2" }),
    "GET /api/tasks": () => ({ items: [], next_cursor: null }),
  });
  return { log, answer: () => answer(undefined) };
}

const undone = (log: ReturnType<typeof serve>): string[] =>
  ["g1", "g2"].filter((group) => asked(log, `POST /api/changes/${group}/undo`).length > 0);

it("sends a change when the one before it has been answered", async () => {
  const { log, answer } = slow();
  renderInApp(<Deeds />);
  await press("Complete");
  await press("Delete");
  await vi.waitFor(() => expect(asked(log, "POST /api/tasks/first/complete")).toHaveLength(1));
  expect(asked(log, "DELETE /api/tasks/second")).toHaveLength(0);
  answer();
  await vi.waitFor(() => expect(asked(log, "DELETE /api/tasks/second")).toHaveLength(1));
});

it("undoes the change that is on its way, not the one before it", async () => {
  const { log, answer } = slow();
  renderInApp(<Deeds />);
  await press("Complete");
  await press("Delete");
  await press("Undo newest");
  expect(undone(log)).toEqual([]);
  answer();
  await waitFor(() => expect(undone(log)).toEqual(["g2"]));
});

it("undoes at once what the server has answered", async () => {
  const { log } = slow();
  renderInApp(<Deeds />);
  await press("Delete");
  await screen.findByText("Deleted “Second”");
  await press("Undo newest");
  await waitFor(() => expect(undone(log)).toEqual(["g2"]));
});

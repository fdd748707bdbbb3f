import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { createQueryClient } from "@/lib/query-client";
import { aTask } from "@/tests/fixtures";
import { projectFilter, taskListOptions } from "./queries";
import { taskInFocus } from "./task-in-focus";

it("knows the task that the keyboard is on, and only one that is listed", () => {
  const client = createQueryClient();
  const task = aTask({ id: "a", title: "Pay rent" });
  const { queryKey } = taskListOptions(projectFilter("p"));
  client.setQueryData(queryKey, { pages: [{ items: [task], next_cursor: null }], pageParams: [undefined] });
  render(
    <>
      <button type="button">Elsewhere</button>
      {["a", "gone"].map((id) => (
        <div key={id} data-task-id={id}>
          <button type="button">Title of {id}</button>
        </div>
      ))}
    </>,
  );
  const focused = (name: string): unknown => {
    screen.getByRole("button", { name }).focus();
    return taskInFocus(client);
  };
  expect(taskInFocus(client)).toBeNull();
  expect(focused("Title of a")).toEqual(task);
  expect(focused("Title of gone")).toBeNull();
  expect(focused("Elsewhere")).toBeNull();
});

import { act, screen } from "@testing-library/react";
import { createRoot } from "react-dom/client";
import { flushSync } from "react-dom";
import { describe, expect, it, vi } from "vitest";
import { QueryClientProvider } from "@tanstack/react-query";
import { TextsProvider } from "@/lib/texts/texts-provider";
import { en } from "@/lib/texts/en";
import { createQueryClient } from "@/lib/query-client";
import { aTask } from "@/tests/fixtures";
import { renderInApp } from "@/tests/render";
import { EditTaskFields } from "./edit-task-fields";
import { toDraft } from "./task-draft";

const task = aTask({ title: "Pay rent", notes: "By card" });
const fields = <EditTaskFields task={task} draft={toDraft(task, "Europe/Berlin")} onChange={vi.fn()} />;

describe("EditTaskFields", () => {
  it("has all fields of a task", () => {
    renderInApp(fields);
    expect(screen.getByRole("textbox", { name: "Title" })).toHaveValue("Pay rent");
    expect(screen.getByRole("textbox", { name: "Notes" })).toHaveValue("By card");
    expect(screen.getByLabelText("Due date")).toBeVisible();
    expect(screen.getByLabelText("Deadline")).toBeVisible();
    expect(screen.getByRole("button", { name: "Subtasks" })).toBeVisible();
  });

  it("shows title and notes first, for which the rest keeps its place free", () => {
    // Nothing that the rest needs is around it: it would throw.
    const page = document.createElement("main");
    const failed = vi.fn();
    const root = createRoot(page, { onUncaughtError: failed });
    const client = createQueryClient();
    vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", false);
    flushSync(() =>
      root.render(
        <TextsProvider language="en" messages={en}>
          <QueryClientProvider client={client}>{fields}</QueryClientProvider>
        </TextsProvider>,
      ),
    );
    expect(page.querySelectorAll("textarea")).toHaveLength(2);
    expect(page.querySelectorAll("input")).toHaveLength(0);
    expect(failed).not.toHaveBeenCalled();
    vi.unstubAllGlobals();
    act(() => root.unmount());
  });
});

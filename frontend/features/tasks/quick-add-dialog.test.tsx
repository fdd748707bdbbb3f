import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { type Asked, asked, changed, refusal, serve } from "@/tests/api";
import { aProject, aSpan, aTask, INBOX_ID } from "@/tests/fixtures";
import { renderInApp } from "@/tests/render";
import { QuickAddDialog } from "./quick-add-dialog";

const LINE = "Pay rent tomorrow p1";

function preview({ body }: Asked): unknown {
  const { text } = body as { text: string };
  const spans = [aSpan(text, "tomorrow"), aSpan(text, "p1", "priority")].filter(({ start }) => start >= 0);
  return {
    title: "Pay rent",
    due_date: text.includes("tomorrow") ? "2026-11-26" : null,
    due_at: null,
    time_zone: null,
    priority: text.includes("p1") ? 1 : 4,
    project_id: null,
    spans,
  };
}

const others = {
  "POST /api/quick-add/preview": preview,
  "GET /api/projects": () => ({ items: [aProject()] }),
};

const input = (): HTMLElement => screen.getByRole("textbox", { name: "Task, in your own words" });

describe("QuickAddDialog", () => {
  it("shows what was understood, and where it goes", async () => {
    serve(others);
    renderInApp(<QuickAddDialog projectId="home" onClose={vi.fn()} />);
    await userEvent.type(input(), LINE);
    const dialog = within(screen.getByRole("dialog"));
    expect(await dialog.findByText("Tomorrow")).toBeVisible();
    expect(dialog.getByText("Priority 1")).toBeVisible();
    expect(dialog.getByText("Home")).toBeVisible();
    expect(dialog.getAllByText(/tomorrow|p1/, { selector: "mark" }).map((mark) => mark.textContent)).toEqual([
      "tomorrow",
      "p1",
    ]);
  });

  it("asks only when typing pauses", async () => {
    const log = serve(others);
    renderInApp(<QuickAddDialog projectId={undefined} onClose={vi.fn()} />);
    await userEvent.type(input(), LINE, { delay: 1 });
    await screen.findByText("Priority 1");
    expect(asked(log, "POST /api/quick-add/preview").length).toBeLessThan(LINE.length / 2);
  });

  it("drops the answer to an earlier text that comes late", async () => {
    const slow = Promise.withResolvers<unknown>();
    serve({
      ...others,
      "POST /api/quick-add/preview": (request) =>
        (request.body as { text: string }).text.includes("p1") ? slow.promise : preview(request),
    });
    renderInApp(<QuickAddDialog projectId={undefined} onClose={vi.fn()} />);
    await userEvent.type(input(), LINE);
    await userEvent.clear(input());
    await userEvent.type(input(), "Pay rent tomorrow");
    expect(await screen.findByText("Tomorrow")).toBeVisible();
    slow.resolve(preview({ body: { text: LINE } } as Asked));
    await waitFor(() => expect(screen.queryByText("Priority 1")).not.toBeInTheDocument());
  });

  it("adds to the project it was opened in and closes", async () => {
    const log = serve({ ...others, "POST /api/quick-add": () => changed(aTask({ project_id: "home" }), "g", 201) });
    const onClose = vi.fn();
    renderInApp(<QuickAddDialog projectId="home" onClose={onClose} />);
    await userEvent.type(input(), `${LINE}{Enter}`);
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
    expect(asked(log, "POST /api/quick-add")[0]?.body).toMatchObject({ text: LINE, project_id: "home" });
    expect((await screen.findAllByText("Added “Pay rent” to Home")).length).toBeGreaterThan(0);
  });

  it("keeps the text when it is refused, and sends it again under the same id", async () => {
    let refuse = true;
    const log = serve({
      ...others,
      "POST /api/quick-add": () =>
        refuse ? refusal(422, "invalid-input", "A task needs a title.") : changed(aTask(), "g", 201),
    });
    const onClose = vi.fn();
    renderInApp(<QuickAddDialog projectId={undefined} onClose={onClose} />);
    await userEvent.type(input(), "tomorrow{Enter}");
    expect(await screen.findByRole("alert")).toHaveTextContent("A task needs a title.");
    expect(input()).toHaveValue("tomorrow");
    refuse = false;
    await userEvent.type(input(), " p1{Enter}");
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
    const [first, second] = asked(log, "POST /api/quick-add").map(({ body }) => body as { id: string; project_id: string });
    expect(first?.id).toBe(second?.id);
    expect(first?.project_id).toBe(INBOX_ID);
  });

  it("sends nothing that is empty", async () => {
    const log = serve(others);
    renderInApp(<QuickAddDialog projectId={undefined} onClose={vi.fn()} />);
    await userEvent.type(input(), "   {Enter}");
    expect(screen.getByRole("button", { name: "Add task" })).toBeDisabled();
    expect(asked(log, "POST /api/quick-add")).toHaveLength(0);
  });
});

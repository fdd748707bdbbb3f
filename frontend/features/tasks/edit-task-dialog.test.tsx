import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { asked, changed, refusal, serve } from "@/tests/api";
import { aProject, aTask } from "@/tests/fixtures";
import { renderInApp } from "@/tests/render";
import { EditTaskDialog } from "./edit-task-dialog";

const task = aTask({ id: "rent", title: "Pay rent", version: 7, due_date: "2026-11-25" });
const PATCH = "PATCH /api/tasks/rent";

function open(answer: () => Response = () => changed(task)): { log: ReturnType<typeof serve>; onClose: () => void } {
  const log = serve({ [PATCH]: answer, "GET /api/projects": () => ({ items: [aProject()] }) });
  const onClose = vi.fn();
  renderInApp(<EditTaskDialog task={task} onClose={onClose} />);
  return { log, onClose };
}

const title = (): HTMLElement => screen.getByRole("textbox", { name: "Title" });

describe("EditTaskDialog", () => {
  it("sends only what was changed, for the version that was shown", async () => {
    const { log, onClose } = open();
    await userEvent.clear(title());
    await userEvent.type(title(), "Pay the rent");
    await userEvent.click(screen.getByRole("button", { name: /^Due date/ }));
    await userEvent.click(screen.getByRole("button", { name: /^Tomorrow/ }));
    await userEvent.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
    const [patch] = asked(log, PATCH);
    expect(patch?.body).toEqual({ title: "Pay the rent", due_date: "2026-11-26" });
    expect(patch?.headers.get("if-match")).toBe('"7"');
  });

  it("sends nothing when nothing was changed", async () => {
    const { log, onClose } = open();
    await userEvent.click(screen.getByRole("button", { name: "Save" }));
    expect(onClose).toHaveBeenCalledOnce();
    expect(asked(log, PATCH)).toHaveLength(0);
  });

  it.each(["{Enter}", "{Control>}{Enter}{/Control}"])("saves once on %s in the title", async (keys) => {
    const { log, onClose } = open();
    await userEvent.type(title(), `!${keys}`);
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
    expect(asked(log, PATCH)).toHaveLength(1);
  });

  it("shows what was changed elsewhere, and keeps what was typed on top of it", async () => {
    const theirs = { ...task, title: "Pay rent", notes: "By standing order", version: 9 };
    let answers = 0;
    const log = serve({
      [PATCH]: () => (answers++ === 0 ? refusal(412, "stale-version", "Changed.") : changed(theirs)),
      "GET /api/tasks/rent": () => theirs,
      "GET /api/projects": () => ({ items: [aProject()] }),
    });
    const onClose = vi.fn();
    renderInApp(<EditTaskDialog task={task} onClose={onClose} />);
    await userEvent.type(title(), "!");
    await userEvent.click(screen.getByRole("button", { name: "Save" }));
    expect(await screen.findByText("Changed there: Notes.")).toBeVisible();
    expect(screen.getByRole("alert")).toHaveTextContent("changed elsewhere");
    expect(title()).toHaveValue("Pay rent!");
    expect(onClose).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole("button", { name: "Keep my changes" }));
    expect(screen.getByRole("textbox", { name: "Notes" })).toHaveValue("By standing order");
    await userEvent.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
    const last = asked(log, PATCH).at(-1);
    expect(last?.body).toEqual({ title: "Pay rent!" });
    expect(last?.headers.get("if-match")).toBe('"9"');
  });

  it("asks before it throws changes away", async () => {
    const { onClose } = open();
    await userEvent.type(title(), "!");
    await userEvent.keyboard("{Escape}");
    expect(screen.getByRole("alert")).toHaveTextContent("You have unsaved changes.");
    expect(onClose).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole("button", { name: "Keep editing" }));
    expect(title()).toHaveValue("Pay rent!");
    await userEvent.click(screen.getByRole("button", { name: "Cancel" }));
    await userEvent.click(screen.getByRole("button", { name: "Discard" }));
    expect(onClose).toHaveBeenCalledOnce();
  });

  it("closes without asking when nothing would be lost", async () => {
    const { onClose } = open();
    await userEvent.keyboard("{Escape}");
    expect(onClose).toHaveBeenCalledOnce();
  });

  it("refuses an empty title", async () => {
    open();
    await userEvent.clear(title());
    expect(screen.getByRole("alert")).toHaveTextContent("A task needs a title.");
    expect(screen.getByRole("button", { name: "Save" })).toBeDisabled();
  });

  it("makes one line of a pasted title", async () => {
    open();
    await userEvent.clear(title());
    await userEvent.paste("Pay\n  rent");
    expect(title()).toHaveValue("Pay rent");
  });

  it("takes the time away together with the day", async () => {
    open();
    const due = () => screen.getByRole("button", { name: /^Due date/ });
    const pick = async (name: RegExp) => {
      await userEvent.click(due());
      await userEvent.click(within(screen.getByRole("dialog", { name: "Due date" })).getByRole("button", { name }));
    };
    await pick(/^Today/);
    await userEvent.click(due());
    await userEvent.type(screen.getByLabelText("Time"), "5pm{Enter}");
    expect(due()).toHaveAccessibleName("Due date Today 17:00");
    await pick(/^No date/);
    expect(due()).toHaveAccessibleName("Due date No date");
    await userEvent.click(due());
    expect(screen.getByLabelText("Time")).toBeDisabled();
    expect(screen.getByLabelText("Time")).toHaveValue("");
  });
});

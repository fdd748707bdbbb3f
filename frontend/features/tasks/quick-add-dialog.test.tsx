import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { type Asked, asked, changed, refusal, serve } from "@/tests/api";
import { aProject, aSpan, aTask, INBOX_ID } from "@/tests/fixtures";
import { renderInApp } from "@/tests/render";
import { QuickAddDialog } from "./quick-add-dialog";

const path = vi.hoisted(() => vi.fn(() => "/inbox"));
vi.mock("next/navigation", () => ({ usePathname: path }));

const LINE = "Pay rent tomorrow p1";

function preview({ body }: Asked): unknown {
  const { text, rejected = [], due_date = null } = body as { text: string; rejected?: { start: number }[]; due_date?: string };
  const spans = [aSpan(text, "tomorrow"), aSpan(text, "p1", "priority")]
    .filter(({ start }) => start >= 0)
    .filter(({ start }) => rejected.every((stretch) => stretch.start !== start));
  const has = (part: string): boolean => spans.some((span) => span.text === part);
  return {
    title: spans.reduce((title, span) => title.replace(` ${span.text}`, ""), text),
    notes: "",
    due_date: has("tomorrow") ? "2026-11-26" : due_date,
    due_at: null,
    time_zone: null,
    deadline: null,
    duration_minutes: null,
    recurrence: null,
    priority: has("p1") ? 1 : 4,
    project_id: null,
    section_id: null,
    labels: text.includes("@new") ? [{ id: null, name: "new" }] : [],
    spans,
  };
}

const others = {
  "POST /api/quick-add/preview": preview,
  "GET /api/projects": () => ({ items: [aProject()] }),
};

beforeEach(() => path.mockReturnValue("/inbox"));

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

  it("leaves a part in the title when its chip is pressed, and sends it so", async () => {
    const log = serve({ ...others, "POST /api/quick-add": () => changed(aTask(), "g", 201) });
    const onClose = vi.fn();
    renderInApp(<QuickAddDialog projectId={undefined} onClose={onClose} />);
    await userEvent.type(input(), LINE);
    await userEvent.click(await screen.findByRole("button", { name: "Leave “tomorrow” in the title" }));
    expect(input()).toHaveFocus();
    await waitFor(() => expect(screen.queryByText("Tomorrow")).not.toBeInTheDocument());
    expect(await screen.findByText("Priority 1")).toBeVisible();
    await userEvent.keyboard("{Enter}");
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
    expect(asked(log, "POST /api/quick-add")[0]?.body).toMatchObject({ text: LINE, rejected: [{ start: 9, end: 17 }] });
  });

  it("puts back what stands before the caret with Backspace, and takes letters with the next", async () => {
    serve(others);
    renderInApp(<QuickAddDialog projectId={undefined} onClose={vi.fn()} />);
    await userEvent.type(input(), LINE);
    await screen.findByText("Priority 1");
    await userEvent.keyboard("{Backspace}");
    expect(input()).toHaveValue(LINE);
    await waitFor(() => expect(screen.queryByText("Priority 1")).not.toBeInTheDocument());
    await userEvent.keyboard("{Backspace}");
    expect(input()).toHaveValue("Pay rent tomorrow p");
    expect(await screen.findByText("Tomorrow")).toBeVisible();
  });

  it("puts a part back with the keyboard from its chip", async () => {
    serve(others);
    renderInApp(<QuickAddDialog projectId={undefined} onClose={vi.fn()} />);
    await userEvent.type(input(), LINE);
    (await screen.findByRole("button", { name: "Leave “p1” in the title" })).focus();
    await userEvent.keyboard("{Delete}");
    await waitFor(() => expect(screen.queryByText("Priority 1")).not.toBeInTheDocument());
  });
});

describe("the day in hand", () => {
  const add = "POST /api/quick-add";
  const answers = { ...others, [add]: () => changed(aTask(), "g", 201) };

  it("shows before anything is typed, and is sent along for the server to use where the line says none", async () => {
    const log = serve(answers);
    const onClose = vi.fn();
    renderInApp(<QuickAddDialog projectId={undefined} day="2026-11-27" onClose={onClose} />);
    expect(screen.getByText("Fri")).toBeVisible();
    await userEvent.type(input(), "Pay rent p1{Enter}");
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
    expect(asked(log, add)[0]?.body).toMatchObject({ text: "Pay rent p1", due_date: "2026-11-27" });
  });

  it("gives way to one in the line, and is back when that is put back", async () => {
    serve(answers);
    renderInApp(<QuickAddDialog projectId={undefined} day="2026-11-27" onClose={vi.fn()} />);
    await userEvent.type(input(), LINE);
    expect(await screen.findByText("Tomorrow")).toBeVisible();
    expect(screen.queryByText("Fri")).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole("button", { name: "Leave “tomorrow” in the title" }));
    expect(await screen.findByText("Fri")).toBeVisible();
  });

  it("is taken away by its chip, and the field has the focus", async () => {
    const log = serve(answers);
    const onClose = vi.fn();
    renderInApp(<QuickAddDialog projectId={undefined} day="2026-11-27" onClose={onClose} />);
    await userEvent.click(screen.getByRole("button", { name: "No date" }));
    expect(screen.queryByText("Fri")).not.toBeInTheDocument();
    expect(input()).toHaveFocus();
    await userEvent.keyboard("Pay rent{Enter}");
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
    expect(asked(log, add)[0]?.body).not.toHaveProperty("due_date");
  });

  it.each([
    ["/today", "2026-11-25"],
    ["/inbox", undefined],
    ["/projects/home", undefined],
  ])("on %s it is %s", async (page, day) => {
    path.mockReturnValue(page);
    const log = serve(answers);
    const onClose = vi.fn();
    renderInApp(<QuickAddDialog projectId={undefined} onClose={onClose} />);
    await userEvent.type(input(), "Pay rent{Enter}");
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
    expect((asked(log, add)[0]?.body as { due_date?: string }).due_date).toBe(day);
  });
});

describe("several pasted lines", () => {
  const bulk = "POST /api/tasks/bulk";

  async function paste(answers = {}): Promise<{ log: Asked[]; onClose: () => void }> {
    const log = serve({ ...others, [bulk]: () => changed({ results: [] }), ...answers });
    const onClose = vi.fn();
    renderInApp(<QuickAddDialog projectId="home" onClose={onClose} />);
    await userEvent.click(input());
    await userEvent.paste("- Buy milk tomorrow\n- Call Mum p1\n\n- Water @new");
    return { log, onClose };
  }

  it("become tasks after a look at them, in one command", async () => {
    const { log, onClose } = await paste({ "POST /api/labels": () => Response.json({ id: "l9" }, { status: 201 }) });
    const list = within(await screen.findByRole("list", { name: "Tasks to add" }));
    expect((await list.findAllByRole("listitem")).map((item) => item.textContent)).toEqual([
      "Buy milkTomorrow · Home",
      "Call MumPriority 1 · Home",
      "Water @new@new · Home",
    ]);
    expect(asked(log, bulk)).toHaveLength(0);
    await userEvent.click(list.getByRole("button", { name: "Leave out “Buy milk”" }));
    await userEvent.click(screen.getByRole("button", { name: "Add 2 tasks" }));
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
    const { operations } = asked(log, bulk)[0]?.body as { operations: { task: object }[] };
    expect(operations.map(({ task }) => task)).toMatchObject([
      { title: "Call Mum", priority: 1, project_id: "home" },
      { title: "Water @new", label_ids: ["l9"] },
    ]);
    expect((await screen.findAllByText("Added 2 tasks")).length).toBeGreaterThan(0);
  });

  it("are due on the day in hand where they say none", async () => {
    path.mockReturnValue("/today");
    const { log } = await paste({ "POST /api/labels": () => Response.json({ id: "l9" }, { status: 201 }) });
    const list = within(await screen.findByRole("list", { name: "Tasks to add" }));
    expect((await list.findAllByRole("listitem"))[1]).toHaveTextContent("Call MumToday · Priority 1 · Home");
    await userEvent.click(screen.getByRole("button", { name: "Add 3 tasks" }));
    await waitFor(() => expect(asked(log, bulk)).toHaveLength(1));
    const { operations } = asked(log, bulk)[0]?.body as { operations: { task: object }[] };
    expect(operations.map(({ task }) => task)).toMatchObject([
      { title: "Buy milk", due_date: "2026-11-26" },
      { title: "Call Mum", due_date: "2026-11-25" },
      { title: "Water @new", due_date: "2026-11-25" },
    ]);
  });

  it("are left to the browser without a connection, where they could not be read", async () => {
    const online = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
    await paste();
    online.mockRestore();
    expect(input()).toBeVisible();
    expect(screen.queryByRole("list", { name: "Tasks to add" })).not.toBeInTheDocument();
  });

  it("can be one task after all", async () => {
    await paste();
    await userEvent.click(await screen.findByRole("button", { name: "Make it one task" }));
    expect(input()).toHaveValue("Buy milk tomorrow Call Mum p1 Water @new");
  });

  it("stay when they are refused", async () => {
    const { onClose } = await paste({
      "POST /api/labels": () => Response.json({ id: "l9" }, { status: 201 }),
      [bulk]: () => refusal(422, "invalid-input", "That date is too far away."),
    });
    await userEvent.click(await screen.findByRole("button", { name: "Add 3 tasks" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("That date is too far away.");
    expect(onClose).not.toHaveBeenCalled();
  });
});

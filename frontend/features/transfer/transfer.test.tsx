import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import type { ImportedTask, ImportResult, ImportWarning } from "@/lib/api/types";
import { asked, changed, refusal, serve } from "@/tests/api";
import { en } from "@/lib/texts/en";
import { TextsProvider } from "@/lib/texts/texts-provider";
import { HOME, renderInApp } from "@/tests/render";
import { FileField } from "./file-field";
import { TransferPart } from "./transfer-part";

vi.mock("next/navigation", () => ({ useRouter: () => ({ push: vi.fn(), prefetch: vi.fn() }) }));

const FILE = new File(['{"format": "todo-account"}'], "todo-2026-11-25.json", { type: "application/json" });

function aTask(changes: Partial<ImportedTask> = {}): ImportedTask {
  return {
    line: null,
    title: "Dig",
    project: "Garden",
    section: null,
    parent: null,
    due_date: null,
    due_at: null,
    time_zone: null,
    deadline: null,
    duration_minutes: null,
    recurrence: null,
    priority: 4,
    labels: [],
    is_completed: false,
    ...changes,
  };
}

function aResult(changes: Partial<ImportResult> = {}): ImportResult {
  return {
    dry_run: true,
    id: "import",
    format: "json",
    repeated: false,
    counts: { projects: 1, sections: 0, labels: 0, filters: 0, tasks: 2, completed: 0, reminders: 0 },
    tasks: [aTask()],
    warnings: [],
    warning_count: 0,
    ...changes,
  };
}

async function choose(file: File = FILE): Promise<void> {
  await userEvent.upload(screen.getByLabelText("Choose a file, or drop it here"), file);
}

describe("FileField", () => {
  it("takes what was chosen before the page came alive", async () => {
    const onFile = vi.fn();
    const place = document.createElement("div");
    document.body.append(place);
    const shown = (
      <TextsProvider language="en" messages={en}>
        <FileField onFile={onFile} />
      </TextsProvider>
    );
    place.innerHTML = renderToString(shown);
    await userEvent.upload(within(place).getByLabelText("Choose a file, or drop it here"), FILE);
    expect(onFile).not.toHaveBeenCalled();
    const root = await act(() => hydrateRoot(place, shown));
    expect(onFile).toHaveBeenCalledExactlyOnceWith(FILE);
    act(() => root.unmount());
    place.remove();
  });
});

describe("TransferPart", () => {
  it("shows what is in a file before anything is imported", async () => {
    const log = serve({ "POST /api/import": () => aResult() });
    renderInApp(<TransferPart />);
    await choose();
    expect(await screen.findByRole("heading", { name: "What is in todo-2026-11-25.json" })).toHaveFocus();
    expect(screen.getByText("2 tasks · 1 project")).toBeVisible();
    const [sent] = asked(log, "POST /api/import");
    expect(sent?.query).toMatchObject({ dry_run: "true", name: "todo-2026-11-25.json" });
    expect(sent?.body).toEqual({ format: "todo-account" });
  });

  it("imports under the same id once the person says so, and offers to undo", async () => {
    const log = serve({
      "POST /api/import": ({ query }) => (query.dry_run ? aResult() : changed(aResult({ dry_run: false }))),
      "POST /api/changes/group-1/undo": () => ({ id: "group-2" }),
    });
    renderInApp(<TransferPart />);
    await choose();
    await userEvent.click(await screen.findByRole("button", { name: "Import" }));
    expect((await screen.findAllByText("Imported 2 tasks")).length).toBeGreaterThan(0);
    expect(screen.queryByRole("heading", { name: /What is in/ })).not.toBeInTheDocument();
    const [look, real] = asked(log, "POST /api/import");
    expect(real?.query.id).toBe(look?.query.id);
    expect(real?.query).not.toHaveProperty("dry_run");
    await userEvent.click(await screen.findByRole("button", { name: "Undo" }));
    await waitFor(() => expect(asked(log, "POST /api/changes/group-1/undo")).toHaveLength(1));
  });

  it("leads to where it all went, and keeps the focus there", async () => {
    const tasks = [aTask({ project: "Home" }), aTask({ project: "Home" }), aTask({ project: "Gone" })];
    serve({
      "POST /api/import": ({ query }) => (query.dry_run ? aResult() : changed(aResult({ dry_run: false, tasks }))),
      "GET /api/projects": () => ({ items: [HOME] }),
    });
    renderInApp(<TransferPart />);
    await choose();
    await userEvent.click(await screen.findByRole("button", { name: "Import" }));
    expect(await screen.findByRole("link", { name: "Home" })).toHaveAttribute("href", "/projects/home");
    expect(screen.queryByRole("link", { name: "Gone" })).not.toBeInTheDocument();
    expect(document.activeElement).toHaveTextContent("Imported 2 tasks");
  });

  it("tells of each task what was understood", async () => {
    const tasks = [
      aTask({ section: "Beds", parent: "Spring", due_date: "2031-01-02", priority: 1, labels: ["outside"] }),
      aTask({ title: "Call", project: "Inbox", due_at: "2031-01-02T08:00:00Z", time_zone: "Europe/Berlin", is_completed: true }),
      aTask({ title: "Water", recurrence: "every Mon", due_date: "2031-01-06" }),
    ];
    serve({ "POST /api/import": () => aResult({ tasks }) });
    renderInApp(<TransferPart />);
    await choose();
    const rows = within(await screen.findByRole("list", { name: /first tasks/ })).getAllByRole("listitem");
    expect(rows.map((row) => row.textContent)).toEqual([
      "DigGarden / Beds · below “Spring” · 2 Jan 2031 · Priority 1 · @outside",
      "CallInbox · 2 Jan 2031 09:00 · done",
      "WaterGarden · every Mon",
    ]);
  });

  it("says with their lines what comes out otherwise, and how much more there is", async () => {
    const warnings: ImportWarning[] = Array.from({ length: 25 }, (_, index) => ({
      code: index === 0 ? "date-unread" : "circle",
      line: index === 0 ? 7 : null,
      subject: `Task ${String(index)}`,
      message: "as the server has it",
    }));
    serve({ "POST /api/import": () => aResult({ warnings, warning_count: 130, tasks: [] }) });
    renderInApp(<TransferPart />);
    await choose();
    const list = await screen.findByRole("list", { name: "130 things come out otherwise" });
    const rows = within(list).getAllByRole("listitem");
    expect(rows).toHaveLength(20);
    expect(rows[0]).toHaveTextContent("Line 7: “Task 0”. Its date is not understood and stands in the notes.");
    expect(rows[1]).toHaveTextContent("“Task 1”. It would be below itself. It goes to the top.");
    expect(screen.getByText("And 110 more")).toBeVisible();
  });

  it("says why a file can't be read, and takes another", async () => {
    const detail = "Nothing was imported. line 3: PRIORITY is “high”; it must be a whole number from 1.";
    let answer: () => unknown = () => refusal(422, "unreadable-file", detail);
    serve({ "POST /api/import": () => answer() });
    renderInApp(<TransferPart />);
    await choose();
    expect(await screen.findByRole("alert")).toHaveTextContent("line 3: PRIORITY is “high”");
    expect(screen.queryByRole("button", { name: "Import" })).not.toBeInTheDocument();
    answer = () => aResult();
    await choose();
    expect(await screen.findByRole("button", { name: "Import" })).toBeVisible();
    expect(screen.queryByRole("alert")).not.toBeInTheDocument();
  });

  it("keeps the file in hand when the import fails, and lets it go when told so", async () => {
    serve({
      "POST /api/import": ({ query }) => (query.dry_run ? aResult() : new Response("<html>", { status: 502 })),
    });
    renderInApp(<TransferPart />);
    await choose();
    await userEvent.click(await screen.findByRole("button", { name: "Import" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("Something went wrong on the server");
    await userEvent.click(screen.getByRole("button", { name: "Cancel" }));
    expect(screen.queryByRole("button", { name: "Import" })).not.toBeInTheDocument();
  });

  it("offers everything, and the tasks for spreadsheets", () => {
    serve({});
    renderInApp(<TransferPart />);
    expect(screen.getByRole("link", { name: "Everything (JSON)" })).toHaveAttribute("href", "/api/export?trash=true");
    expect(screen.getByRole("link", { name: "Tasks (CSV)" })).toHaveAttribute("href", "/api/export?format=csv");
    expect(screen.getByRole("link", { name: "To-dos (iCalendar)" })).toHaveAttribute("href", "/api/export?format=ics");
  });
});

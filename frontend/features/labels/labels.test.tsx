import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Label } from "@/lib/api/types";
import { type Answers, asked, changed, refusal, serve } from "@/tests/api";
import { aProject, aTask } from "@/tests/fixtures";
import { aLabel } from "@/tests/list-fixtures";
import { renderInApp } from "@/tests/render";
import { LabelChips } from "./label-chips";
import { LabelDialog } from "./label-dialog";
import { LabelPage } from "./label-page";
import { type Chosen, LabelPicker } from "./label-picker";

const router = vi.hoisted(() => ({ push: vi.fn() }));

vi.mock("next/navigation", () => ({ useRouter: () => router, usePathname: () => "/labels/phone" }));

beforeEach(() => router.push.mockReset());

const LABELS = ["phone", "Errand", "at home", "errands abroad"].map((name) => aLabel({ id: name, name }));

function serverWith(labels: readonly Label[], answers: Answers = {}): ReturnType<typeof serve> {
  const lists = { "GET /api/labels": () => ({ items: labels }), "GET /api/projects": () => ({ items: [aProject()] }) };
  return serve({ ...lists, ...answers });
}

describe("LabelPicker", () => {
  async function open(chosen: (id: string) => Chosen = () => "none", typedBefore = "") {
    const acts = { onToggle: vi.fn(), onDone: vi.fn() };
    const { container } = renderInApp(<LabelPicker chosen={chosen} typedBefore={() => typedBefore} {...acts} />);
    await screen.findAllByRole("option");
    const field = screen.getByRole("combobox", { name: "Find or create a label" });
    await userEvent.click(field);
    const active = () => container.ownerDocument.getElementById(field.getAttribute("aria-activedescendant") ?? "")?.textContent;
    const offered = () => screen.queryAllByRole("option").map(({ textContent }) => textContent);
    return { ...acts, field, active, offered };
  }

  it.each([
    ["err", ["Errand", "errands abroad", "Create “err”"]],
    ["ERRAND", ["Errand", "errands abroad"]],
    ["@phone", ["phone"]],
    ["  at  ", ["at home", "Create “at”"]],
    ["brand new", ["Create “brand new”"]],
    ["@", ["phone", "Errand", "at home", "errands abroad"]],
  ])("for %j offers %j", async (text, expected) => {
    serverWith(LABELS);
    const { offered, field } = await open();
    await userEvent.type(field, text);
    expect(offered()).toEqual(expected);
  });

  it("begins with what was typed before it was there", async () => {
    serverWith(LABELS);
    const { field, offered } = await open(undefined, "pho");
    expect(field).toHaveValue("pho");
    expect(offered()).toEqual(["phone", "Create “pho”"]);
  });

  it.each([
    ["{ArrowDown}", "Errand"],
    ["{ArrowUp}", "errands abroad"],
    ["{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}", "phone"],
    ["{ArrowDown}{ArrowDown}err", "Errand"],
    ["err{ArrowUp}", "Create “err”"],
  ])("%s leads to %s", async (keys, expected) => {
    serverWith(LABELS);
    const { active } = await open();
    await userEvent.keyboard(keys);
    expect(active()).toBe(expected);
  });

  it("toggles with Enter, clears what was typed, and is done with Ctrl and Enter", async () => {
    serverWith(LABELS);
    const { field, onToggle, onDone } = await open();
    await userEvent.keyboard("home{Enter}");
    expect(onToggle).toHaveBeenCalledExactlyOnceWith("at home");
    expect(field).toHaveValue("");
    expect(onDone).not.toHaveBeenCalled();
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    expect(onDone).toHaveBeenCalledOnce();
    expect(onToggle).toHaveBeenCalledOnce();
  });

  it("makes a label that there is not yet, without the sign, and toggles the one that was made", async () => {
    const made = aLabel({ id: "made", name: "garden" });
    const log = serverWith(LABELS, { "POST /api/labels": () => changed(made, "g", 201) });
    const { onToggle, offered } = await open();
    await userEvent.keyboard("@garden{Enter}");
    await waitFor(() => expect(onToggle).toHaveBeenCalledExactlyOnceWith("made"));
    expect(asked(log, "POST /api/labels")[0]?.body).toMatchObject({ name: "garden" });
    expect(offered()).toContain("garden");
  });

  it("toggles nothing when a label could not be made", async () => {
    const log = serverWith(LABELS, { "POST /api/labels": () => refusal(422, "invalid-input", "No.") });
    const { onToggle } = await open();
    await userEvent.keyboard("garden{Enter}");
    await waitFor(() => expect(asked(log, "POST /api/labels")).toHaveLength(1));
    await userEvent.keyboard("phone{Enter}");
    expect(onToggle).toHaveBeenCalledExactlyOnceWith("phone");
  });

  it("is chosen where all have it, not where some do, and keeps the focus in the field", async () => {
    serverWith(LABELS);
    const { field, onToggle } = await open((id) => (id === "phone" ? "all" : id === "Errand" ? "some" : "none"));
    const selected = screen.getAllByRole("option", { selected: true });
    expect(selected.map(({ textContent }) => textContent)).toEqual(["phone"]);
    await userEvent.click(screen.getByRole("option", { name: "Errand" }));
    expect(onToggle).toHaveBeenCalledWith("Errand");
    expect(field).toHaveFocus();
  });
});

describe("LabelChips", () => {
  it("shows three in the person's order and counts the others; unknown ones are left out", async () => {
    serverWith(LABELS);
    const { container } = renderInApp(<LabelChips ids={["errands abroad", "gone", "at home", "Errand", "phone"]} />);
    await screen.findByText("phone");
    expect(container).toHaveTextContent("Labels phoneErrandat home+1");
  });

  it("is nothing at all where no label is known", async () => {
    const log = serverWith([]);
    renderInApp(<LabelChips ids={["gone"]} />);
    await waitFor(() => expect(asked(log, "GET /api/labels")).toHaveLength(1));
    expect(screen.queryByText("Labels")).not.toBeInTheDocument();
  });
});

describe("LabelPage", () => {
  it.each([
    ["phone", "@phone "],
    ["R/D", '@"R/D" '],
  ])("adds tasks with this very label: %s", async (name, text) => {
    serverWith([aLabel({ id: "phone", name })], { "GET /api/views/labels/phone": () => ({ items: [], next_cursor: null }) });
    const { shell } = renderInApp(<LabelPage id="phone" />);
    await userEvent.click(await screen.findByRole("button", { name: "Add task" }));
    expect(shell.openQuickAdd).toHaveBeenCalledWith(undefined, text);
  });

  const tasks = (...titles: string[]) => ({ items: titles.map((title) => aTask({ id: title, title })), next_cursor: null });

  async function choose(item: string): Promise<void> {
    await userEvent.click(await screen.findByRole("button", { name: "Options for phone" }));
    await userEvent.click(await screen.findByRole("menuitem", { name: item }));
  }

  it("lists the tasks with the label", async () => {
    serverWith([aLabel()], { "GET /api/views/labels/phone": () => tasks("Call Ada") });
    renderInApp(<LabelPage id="phone" />);
    const list = await screen.findByRole("list", { name: "phone" });
    expect(within(list).getByRole("button", { name: /^Call Ada/ })).toBeVisible();
  });

  it("says so when no task has it, and when there is no such label", async () => {
    serverWith([aLabel()], { "GET /api/views/labels/phone": () => tasks() });
    const { again } = renderInApp(<LabelPage id="phone" />);
    expect(await screen.findByText("Nothing with this label")).toBeVisible();
    again(<LabelPage id="unknown" />);
    expect(screen.getByRole("heading", { name: "There is nothing here", level: 1 })).toBeVisible();
  });

  it.each([
    [false, "Add to favorites", { is_favorite: true }],
    [true, "Remove from favorites", { is_favorite: false }],
  ])("with favorite %s offers %j", async (is_favorite, item, body) => {
    const log = serverWith([aLabel({ is_favorite })], {
      "GET /api/views/labels/phone": () => tasks(),
      "PATCH /api/labels/phone": () => changed(aLabel()),
    });
    renderInApp(<LabelPage id="phone" />);
    await choose(item);
    await waitFor(() => expect(asked(log, "PATCH /api/labels/phone")[0]?.body).toEqual(body));
  });

  it("leaves the page of a label that is deleted, but not of one that could not be", async () => {
    let refuse = true;
    serverWith([aLabel()], {
      "GET /api/views/labels/phone": () => tasks(),
      "DELETE /api/labels/phone": () => (refuse ? refusal(403, "forbidden", "Not yours.") : changed(null)),
    });
    renderInApp(<LabelPage id="phone" />);
    await choose("Delete label");
    expect((await screen.findAllByText("Not yours.")).length).toBeGreaterThan(0);
    expect(router.push).not.toHaveBeenCalled();
    refuse = false;
    await choose("Delete label");
    await waitFor(() => expect(router.push).toHaveBeenCalledExactlyOnceWith("/today"));
  });
});

describe("LabelDialog", () => {
  it("makes a label and opens its page", async () => {
    const log = serverWith([], { "POST /api/labels": () => changed(aLabel(), "g", 201) });
    const onClose = vi.fn();
    renderInApp(<LabelDialog label={null} onClose={onClose} />);
    await userEvent.type(screen.getByLabelText("Name"), " waiting {Enter}");
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
    const body = asked(log, "POST /api/labels")[0]?.body as { id: string };
    expect(body).toMatchObject({ name: "waiting", color: "gray" });
    expect(router.push).toHaveBeenCalledWith(`/labels/${body.id}`);
  });

  it("stays open and says why a name was refused, then sends what is new alone", async () => {
    let refuse = true;
    const log = serverWith([aLabel()], {
      "PATCH /api/labels/phone": () => (refuse ? refusal(409, "name-taken", "There is one.") : changed(aLabel({ name: "call" }))),
    });
    const onClose = vi.fn();
    renderInApp(<LabelDialog label={aLabel({ is_favorite: true })} onClose={onClose} />);
    await userEvent.clear(screen.getByLabelText("Name"));
    await userEvent.type(screen.getByLabelText("Name"), "call{Enter}");
    expect(await screen.findByRole("alert")).toHaveTextContent("There is one.");
    expect(onClose).not.toHaveBeenCalled();
    refuse = false;
    await userEvent.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
    expect(asked(log, "PATCH /api/labels/phone")[1]?.body).toEqual({ name: "call", color: "teal" });
  });
});

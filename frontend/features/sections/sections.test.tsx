import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ComponentProps } from "react";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { keepFocusSomewhere } from "@/components/ui/focus-heir";
import { asked, changed, refusal, serve } from "@/tests/api";
import { aSection } from "@/tests/list-fixtures";
import { renderInApp, renderInTexts } from "@/tests/render";
import { AddSection } from "./add-section";
import { useFoldedSections } from "./folded";
import { SectionHeader } from "./section-header";
import { SectionNameForm } from "./section-name-form";

const [soon, later, someday] = [
  aSection({ id: "soon", name: "Soon" }),
  aSection(),
  aSection({ id: "someday", name: "Someday" }),
];
const ALL = [soon, later, someday];

describe("SectionNameForm", () => {
  function open(change: Partial<ComponentProps<typeof SectionNameForm>> = {}) {
    const props = { initial: "Later", busy: false, error: null, onSubmit: vi.fn(), onCancel: vi.fn(), ...change };
    renderInTexts(<SectionNameForm {...props} />);
    return props;
  }

  it.each([
    ["  Next week {Enter}", "Next week", 1, 0],
    ["Later{Enter}", null, 0, 1],
    ["   {Enter}", null, 0, 0],
    ["Half a na{Escape}", null, 0, 1],
  ])("typing %j", async (keys, name, submitted, cancelled) => {
    const { onSubmit, onCancel } = open();
    const field = screen.getByRole("textbox", { name: "Name of the section" });
    expect(field).toHaveFocus();
    await userEvent.clear(field);
    await userEvent.keyboard(keys);
    expect(onSubmit).toHaveBeenCalledTimes(submitted);
    if (name !== null) expect(onSubmit).toHaveBeenCalledWith(name);
    expect(onCancel).toHaveBeenCalledTimes(cancelled);
  });

  it("keeps Escape from whatever is around it", async () => {
    const onKeyDown = vi.fn();
    document.body.addEventListener("keydown", onKeyDown);
    open();
    await userEvent.keyboard("a{Escape}");
    document.body.removeEventListener("keydown", onKeyDown);
    expect(onKeyDown.mock.calls.map(([event]) => (event as KeyboardEvent).key)).toEqual(["a"]);
  });

  it("sends nothing twice while it is busy", async () => {
    const { onSubmit } = open({ busy: true });
    await userEvent.type(screen.getByRole("textbox"), " and more{Enter}");
    expect(screen.getByRole("button", { name: "Save" })).toBeDisabled();
    expect(onSubmit).not.toHaveBeenCalled();
  });
});

describe("AddSection", () => {
  it("makes one section however often the form is sent, and folds itself away", async () => {
    let refuse = true;
    const log = serve({
      "POST /api/projects/home/sections": () =>
        refuse ? refusal(503, "away", "Away.") : changed(aSection({ name: "Ideas" }), "g", 201),
    });
    renderInApp(<AddSection projectId="home" />);
    await userEvent.click(screen.getByRole("button", { name: "Add section" }));
    await userEvent.keyboard("Ideas{Enter}");
    expect(await screen.findByRole("alert")).toHaveTextContent("Away.");
    refuse = false;
    await userEvent.click(screen.getByRole("button", { name: "Save" }));
    expect(await screen.findByRole("button", { name: "Add section" })).toBeVisible();
    const bodies = asked(log, "POST /api/projects/home/sections").map(({ body }) => body as { id: string; name: string });
    expect(bodies.map(({ name }) => name)).toEqual(["Ideas", "Ideas"]);
    expect(bodies[0]?.id).toBe(bodies[1]?.id);
  });

  it("has the focus again when the form is left, with a section or without", async () => {
    serve({ "POST /api/projects/home/sections": () => changed(aSection(), "g", 201) });
    renderInApp(<AddSection projectId="home" />);
    const button = (): Promise<HTMLElement> => screen.findByRole("button", { name: "Add section" });
    expect(await button()).not.toHaveFocus();
    for (const keys of ["{Escape}", "One{Enter}"]) {
      await userEvent.click(await button());
      await userEvent.keyboard(keys);
      expect(await button()).toHaveFocus();
    }
  });

  it("has it also where the first section draws the page anew, but not on the next visit", async () => {
    serve({ "POST /api/projects/home/sections": () => changed(aSection(), "g", 201) });
    const { again } = renderInApp(<AddSection key="empty" isFirst projectId="home" />);
    await userEvent.click(screen.getByRole("button", { name: "Add section" }));
    await userEvent.keyboard("One{Enter}");
    await screen.findByRole("button", { name: "Add section" });
    again(<AddSection key="filled" projectId="home" />);
    expect(screen.getByRole("button", { name: "Add section" })).toHaveFocus();
    again(<AddSection key="later" projectId="home" />);
    expect(screen.getByRole("button", { name: "Add section" })).not.toHaveFocus();
  });

  it("gives another section an id of its own", async () => {
    const log = serve({ "POST /api/projects/home/sections": () => changed(aSection(), "g", 201) });
    renderInApp(<AddSection projectId="home" />);
    for (const name of ["One", "Two"]) {
      await userEvent.click(await screen.findByRole("button", { name: "Add section" }));
      await userEvent.keyboard(`${name}{Enter}`);
      await waitFor(() => expect(screen.queryByRole("textbox")).not.toBeInTheDocument());
    }
    const ids = asked(log, "POST /api/projects/home/sections").map(({ body }) => (body as { id: string }).id);
    expect(new Set(ids).size).toBe(2);
  });
});

describe("SectionHeader", () => {
  function open(section = later, change: Partial<ComponentProps<typeof SectionHeader>> = {}) {
    const acts = { onFold: vi.fn(), onAdd: vi.fn() };
    renderInApp(<SectionHeader section={section} all={ALL} count={3} folded={false} controls="x" editable {...acts} {...change} />);
    return acts;
  }

  async function choose(name: string, section = later): Promise<void> {
    await userEvent.click(screen.getByRole("button", { name: `Options for ${section.name}` }));
    await userEvent.click(await screen.findByRole("menuitem", { name }));
  }

  it("tells how many tasks are open and whether they are folded away", async () => {
    const { onFold } = open(later, { folded: true });
    const heading = screen.getByRole("heading", { level: 2, name: "Later3" });
    const button = within(heading).getByRole("button");
    expect(button).toHaveAttribute("aria-expanded", "false");
    await userEvent.click(button);
    expect(onFold).toHaveBeenCalledOnce();
  });

  it("offers a viewer nothing that would be refused", () => {
    open(later, { editable: false });
    expect(screen.getAllByRole("button")).toHaveLength(1);
  });

  it("has the focus again when the name is given or left", async () => {
    onTestFinished(keepFocusSomewhere());
    serve({ "PATCH /api/sections/later": () => changed(aSection({ name: "Never" })) });
    open();
    for (const keys of ["{Escape}", "!{Enter}"]) {
      await choose("Rename section");
      await userEvent.keyboard(keys);
      await waitFor(() => expect(within(screen.getByRole("heading", { level: 2 })).getByRole("button")).toHaveFocus());
    }
  });

  it("adds to this very section", async () => {
    const { onAdd } = open();
    await userEvent.click(screen.getByRole("button", { name: "Add task to Later" }));
    expect(onAdd).toHaveBeenCalledOnce();
  });

  it.each([
    [soon, ["Move down"]],
    [later, ["Move up", "Move down"]],
    [someday, ["Move up"]],
  ])("$name can go where there is room", async (section, ways) => {
    open(section);
    await userEvent.click(screen.getByRole("button", { name: `Options for ${section.name}` }));
    const items = await screen.findAllByRole("menuitem");
    expect(items.map(({ textContent }) => textContent).filter((text) => text.startsWith("Move"))).toEqual(ways);
  });

  it.each([
    ["Move up", "POST /api/sections/later/move", { before_id: "soon" }, "Moved “Later”"],
    ["Move down", "POST /api/sections/later/move", { after_id: "someday" }, "Moved “Later”"],
    ["Duplicate", "POST /api/sections/later/duplicate", {}, "Duplicated “Later”"],
    ["Delete section", "DELETE /api/sections/later", null, "Deleted “Later” with its tasks"],
  ])("%s is sent, told of, and can be undone", async (item, request, body, said) => {
    const log = serve({ [request]: () => changed(later), "POST /api/changes/group-1/undo": () => ({ id: "group-2" }) });
    open();
    await choose(item);
    expect((await screen.findAllByText(said)).length).toBeGreaterThan(0);
    expect(asked(log, request)[0]?.body).toEqual(body);
    await userEvent.click(screen.getByRole("button", { name: "Undo" }));
    await waitFor(() => expect(asked(log, "POST /api/changes/group-1/undo")).toHaveLength(1));
  });

  it("is renamed in its place, and keeps what was typed when that is refused", async () => {
    let refuse = true;
    const log = serve({
      "PATCH /api/sections/later": () => (refuse ? refusal(409, "name-taken", "There is one.") : changed(aSection({ name: "Soon" }))),
    });
    open();
    await choose("Rename section");
    const field = await screen.findByRole("textbox", { name: "Name of the section" });
    expect(field).toHaveValue("Later");
    await userEvent.clear(field);
    await userEvent.type(field, "Soon{Enter}");
    expect(await screen.findByRole("alert")).toHaveTextContent("There is one.");
    expect(field).toHaveValue("Soon");
    refuse = false;
    await userEvent.type(field, "{Enter}");
    expect(await screen.findByRole("heading", { level: 2 })).toBeVisible();
    expect(asked(log, "PATCH /api/sections/later").map(({ body }) => body)).toEqual([{ name: "Soon" }, { name: "Soon" }]);
  });
});

describe("useFoldedSections", () => {
  beforeEach(() => window.localStorage.clear());

  it("folds one alone, remembers it on this device, and tells all that show it", async () => {
    function Show({ label }: { label: string }) {
      const [folded, toggle] = useFoldedSections();
      return <button type="button" onClick={() => toggle(label)}>{`${label}: ${[...folded].sort().join(",")}`}</button>;
    }
    renderInTexts(
      <>
        <Show label="a" />
        <Show label="b" />
      </>,
    );
    const texts = () => screen.getAllByRole("button").map(({ textContent }) => textContent);
    const [first, second] = screen.getAllByRole("button");
    if (first === undefined || second === undefined) throw new Error("not there");
    await userEvent.click(first);
    await userEvent.click(second);
    expect(texts()).toEqual(["a: a,b", "b: a,b"]);
    expect(window.localStorage.getItem("folded-sections")).toBe("a b");
    await userEvent.click(first);
    expect(texts()).toEqual(["a: b", "b: b"]);
    expect(window.localStorage.getItem("folded-sections")).toBe("b");
  });
});

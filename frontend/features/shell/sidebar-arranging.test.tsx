import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Answers, asked, changed, refusal, serve } from "@/tests/api";
import { aProject } from "@/tests/fixtures";
import { renderInApp } from "@/tests/render";
import { WithProjects } from "@/tests/with-projects";
import { SidebarLists } from "./sidebar-lists";

vi.mock("next/navigation", () => ({ usePathname: () => "/today", useRouter: () => ({ push: vi.fn(), prefetch: vi.fn() }) }));

const project = (id: string, parent_id: string | null = null) => aProject({ id, name: id, parent_id, is_inbox: false });
const GARDEN = [aProject(), project("garden"), project("beds", "garden"), project("work")];
const LABELS = ["phone", "home", "shop"].map((name) => ({ id: name, name, color: "teal", is_favorite: false, position: "V", version: 1 }));

async function open(answers: Answers = {}): Promise<ReturnType<typeof serve>> {
  const log = serve({
    "GET /api/projects": () => ({ items: GARDEN }),
    "GET /api/labels": () => ({ items: LABELS }),
    "GET /api/filters": () => ({ items: [] }),
    "GET /api/counts": () => ({ projects: {}, labels: {}, filters: {} }),
    ...answers,
  });
  renderInApp(
    <nav>
      <WithProjects projects={GARDEN}>
        <SidebarLists />
      </WithProjects>
    </nav>,
  );
  await screen.findByRole("link", { name: "phone" });
  // It comes when there is time.
  await screen.findByRole("button", { name: "Arrange work" });
  await waitFor(() => expect(fireEvent(screen.getByRole("link", { name: "work" }), new Event("dragstart", { bubbles: true, cancelable: true }))).toBe(false));
  return log;
}

/** An answer that is on its way for as long as the test runs. */
const never = (): Promise<never> => new Promise(() => undefined);

const labels = (): (string | null)[] =>
  within(screen.getByRole("region", { name: "Labels" })).getAllByRole("link").map(({ textContent }) => textContent);

describe("with Alt and the arrow keys", () => {
  it("a label goes up at once, keeps the focus, and goes on", async () => {
    const log = await open({ "POST /api/labels/shop/move": never });
    const shop = screen.getByRole("link", { name: "shop" });
    shop.focus();
    await userEvent.keyboard("{Alt>}{ArrowUp}{/Alt}");
    await waitFor(() => expect(labels()).toEqual(["phone", "shop", "home"]));
    expect(screen.getByRole("link", { name: "shop" })).toHaveFocus();
    await waitFor(() => expect(asked(log, "POST /api/labels/shop/move").map(({ body }) => body)).toEqual([{ before_id: "home" }]));
  });

  it.each([
    ["work", "{ArrowUp}", { parent_id: null, before_id: "garden" }],
    ["work", "{ArrowRight}", { parent_id: "garden" }],
    ["beds", "{ArrowLeft}", { parent_id: null, after_id: "garden" }],
    ["garden", "{ArrowDown}", { parent_id: null, after_id: "work" }],
  ])("%s goes by %s to %j", async (id, key, place) => {
    const log = await open({ [`POST /api/projects/${id}/move`]: () => changed(project(id)) });
    screen.getByRole("link", { name: id }).focus();
    await userEvent.keyboard(`{Alt>}${key}{/Alt}`);
    await waitFor(() => expect(asked(log, `POST /api/projects/${id}/move`).map(({ body }) => body)).toEqual([place]));
    expect(await screen.findByRole("button", { name: "Undo" })).toBeVisible();
  });

  it("nothing moves without Alt, or where there is no way", async () => {
    const log = await open();
    screen.getByRole("link", { name: "phone" }).focus();
    await userEvent.keyboard("{ArrowDown}{Alt>}{ArrowUp}{ArrowRight}{/Alt}");
    expect(labels()).toEqual(["phone", "home", "shop"]);
    expect(log.filter(({ method }) => method === "POST")).toEqual([]);
  });

  it("what is refused goes back to its place, and the reason is told", async () => {
    await open({ "POST /api/labels/shop/move": () => refusal(409, "conflict", "Not there.") });
    screen.getByRole("link", { name: "shop" }).focus();
    await userEvent.keyboard("{Alt>}{ArrowUp}{/Alt}");
    expect((await screen.findAllByText("Not there.")).length).toBeGreaterThan(0);
    await waitFor(() => expect(labels()).toEqual(["phone", "home", "shop"]));
  });
});

describe("by dragging", () => {
  beforeEach(() => {
    // jsdom lays nothing out: every row is 30 pixels high, one below the other.
    vi.spyOn(Element.prototype, "getBoundingClientRect").mockImplementation(function (this: Element) {
      const rows = [...document.querySelectorAll("[data-arrange-id]")];
      const top = Math.max(rows.indexOf(this), 0) * 30;
      return { top, bottom: top + 30, height: 30, left: 0, right: 200, width: 200, x: 0, y: top, toJSON: () => ({}) };
    });
  });
  afterEach(() => vi.restoreAllMocks());

  function drag(name: string, over: string, y: number): void {
    const point = (type: string, target: Element, at: number): boolean =>
      fireEvent(target, Object.assign(new MouseEvent(type, { bubbles: true, cancelable: true, clientX: 5, clientY: at }), { pointerType: "mouse" }));
    const link = screen.getByRole("link", { name });
    Object.assign(document, { elementFromPoint: () => screen.getByRole("link", { name: over }) });
    point("pointerdown", link, 0);
    point("pointermove", link, y);
    point("pointermove", link, y);
    point("pointerup", link, y);
  }

  it("a label is dropped before another", async () => {
    const log = await open({ "POST /api/labels/shop/move": never });
    // Three rows of projects stand above.
    drag("shop", "phone", 3 * 30 + 2);
    await waitFor(() => expect(labels()).toEqual(["shop", "phone", "home"]));
    await waitFor(() => expect(asked(log, "POST /api/labels/shop/move").map(({ body }) => body)).toEqual([{ before_id: "phone" }]));
  });

  it("a label is not dropped among projects", async () => {
    const log = await open();
    drag("shop", "garden", 2);
    expect(labels()).toEqual(["phone", "home", "shop"]);
    expect(log.filter(({ method }) => method === "POST")).toEqual([]);
  });
});

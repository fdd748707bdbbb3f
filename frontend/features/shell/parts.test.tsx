// The parts of the frame, each for itself.
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { serve } from "@/tests/api";
import { aProject } from "@/tests/fixtures";
import { renderInApp, renderInTexts } from "@/tests/render";
import { MoreLinks } from "./more-links";
import { NavLink } from "./nav-link";
import { NotFoundNotice } from "./not-found-notice";
import { PageError } from "./page-error";
import { PageHeader } from "./page-header";
import { ShortcutSheet } from "./shortcut-sheet";
import { SidebarGroup } from "./sidebar-group";
import { SidebarLists } from "./sidebar-lists";

const page = vi.hoisted(() => ({ path: "/today", push: vi.fn(), prefetch: vi.fn() }));
vi.mock("next/navigation", () => ({ usePathname: () => page.path, useRouter: () => page }));

beforeEach(() => {
  page.path = "/today";
  page.push.mockReset();
});

describe("NavLink", () => {
  it.each([
    ["/inbox", "/inbox", "page"],
    ["/inbox/", "/inbox", null],
    ["/projects/home2", "/projects/home", null],
  ])("on %s a link to %s is current: %s", (path, href, current) => {
    page.path = path;
    renderInTexts(<NavLink href={href} icon={null} label="Home" />);
    expect(screen.getByRole("link", { name: "Home" }).getAttribute("aria-current")).toBe(current);
  });

  it.each([
    [0, undefined, "Home"],
    [3, undefined, "Home 3"],
    [3, "3 open tasks", "Home 3 open tasks"],
    [0, "0 open tasks", "Home"],
  ])("with a count of %d and the words %s is called “%s”", (count, countLabel, name) => {
    renderInTexts(<NavLink href="/x" icon={null} label="Home" count={count} {...(countLabel === undefined ? {} : { countLabel })} />);
    expect(screen.getByRole("link")).toHaveAccessibleName(new RegExp(`^${name.replace(" ", "\\s*")}$`));
  });

  it.each([
    ["{Control>}", false],
    ["{Shift>}", false],
    ["{Meta>}", false],
    ["", true],
  ])("pressed with “%s” goes there on this page: %s", async (keys, here) => {
    const user = userEvent.setup();
    renderInTexts(<NavLink href="/inbox" icon={null} label="Inbox" />);
    screen.getByRole("link").addEventListener("click", (event) => event.preventDefault());
    if (keys !== "") await user.keyboard(keys);
    await user.click(screen.getByRole("link"));
    expect(page.push.mock.calls).toEqual(here ? [["/inbox"]] : []);
  });
});

describe("MoreLinks", () => {
  it("unfolds and folds", async () => {
    renderInTexts(<MoreLinks />);
    const more = screen.getByRole("button", { name: "More", expanded: false });
    expect(screen.queryByRole("link")).not.toBeInTheDocument();
    await userEvent.click(more);
    expect(screen.getAllByRole("link").map((link) => link.getAttribute("href"))).toEqual([
      "/search",
      "/completed",
      "/activity",
      "/trash",
      "/archive",
    ]);
    await userEvent.click(screen.getByRole("button", { name: "More", expanded: true }));
    expect(screen.queryByRole("link")).not.toBeInTheDocument();
  });

  it.each(["/search", "/completed", "/activity", "/trash", "/archive"])("is unfolded on %s", (path) => {
    page.path = path;
    renderInTexts(<MoreLinks />);
    expect(screen.getByRole("link", { current: "page" })).toHaveAttribute("href", path);
  });
});

describe("SidebarLists", () => {
  const counted = { project_id: null, position: "a", version: 1, created_at: "", updated_at: "" };
  const projects = [
    aProject(),
    aProject({ id: "home", name: "Home", is_inbox: false, open_task_count: 2, is_favorite: true }),
    aProject({ id: "garden", name: "Garden", is_inbox: false, parent_id: "home" }),
    aProject({ id: "shared", name: "Shared", is_inbox: false, role: "member" as never }),
  ];

  function show(): ReturnType<typeof renderInApp> {
    serve({
      "GET /api/projects": () => ({ items: projects }),
      "GET /api/labels": () => ({ items: [{ ...counted, id: "l1", name: "phone", color: "red", is_favorite: false }] }),
      "GET /api/filters": () => ({ items: [{ ...counted, id: "f1", name: "Urgent", color: "red", query: "p1", is_favorite: true }] }),
      "GET /api/counts": () => ({ labels: { l1: 4 }, filters: { f1: null } }),
    });
    return renderInApp(<SidebarLists />);
  }

  it("puts favorites first, and projects below projects", async () => {
    show();
    const favorites = within(await screen.findByRole("region", { name: "Favorites" }));
    expect(favorites.getAllByRole("link").map((link) => link.getAttribute("href"))).toContain("/filters/f1");
    const region = within(screen.getByRole("region", { name: "Projects" }));
    expect(await region.findByRole("link", { name: /^Home/ })).toHaveAttribute("href", "/projects/home");
    expect(region.queryByRole("link", { name: /^Inbox/ })).not.toBeInTheDocument();
  });

  it("counts what is known, and says nothing of what is not", async () => {
    show();
    expect(await screen.findByRole("link", { name: /^phone\s*4 open tasks$/ })).toHaveAttribute("href", "/labels/l1");
    for (const link of screen.getAllByRole("link", { name: /^Urgent/ })) expect(link).toHaveAccessibleName("Urgent");
  });

  it("makes new labels and filters", async () => {
    const { shell } = show();
    await userEvent.click(await screen.findByRole("button", { name: "New label" }));
    await userEvent.click(screen.getByRole("button", { name: "New filter" }));
    expect(shell.openLabel).toHaveBeenCalledExactlyOnceWith(null);
    expect(shell.openFilter).toHaveBeenCalledExactlyOnceWith(null);
  });
});

describe("PageHeader", () => {
  it("says what the page is, and opens search and assistant", async () => {
    serve({});
    const { shell } = renderInApp(<PageHeader title="<Home>" lead="3 tasks" actions={<button type="button">Sort</button>} />);
    expect(screen.getByRole("heading", { level: 1, name: "<Home>" })).toBeVisible();
    expect(screen.getAllByRole("button").map((button) => button.getAttribute("aria-label") ?? button.textContent)).toEqual([
      "Sort",
      "Search",
      "Open assistant",
    ]);
    await userEvent.click(screen.getByRole("button", { name: "Search" }));
    await userEvent.click(screen.getByRole("button", { name: "Open assistant" }));
    expect(shell.openPalette).toHaveBeenCalledOnce();
    expect(shell.toggleChat).toHaveBeenCalledOnce();
  });
});

it("SidebarGroup is a region by its title, with a way to add only where one can", async () => {
  const onAdd = vi.fn();
  const { rerender } = renderInTexts(<SidebarGroup title="Labels">none</SidebarGroup>);
  expect(screen.getByRole("region", { name: "Labels" })).toHaveTextContent("none");
  expect(screen.queryByRole("button")).not.toBeInTheDocument();
  rerender(<SidebarGroup title="Labels" add={{ label: "New label", onAdd }}>none</SidebarGroup>);
  await userEvent.click(screen.getByRole("button", { name: "New label" }));
  expect(onAdd).toHaveBeenCalledOnce();
});

it("PageError says that nothing is lost, and tries again", async () => {
  const onRetry = vi.fn();
  renderInTexts(<PageError onRetry={onRetry} />);
  expect(screen.getByRole("alert")).toHaveTextContent(/Your tasks are safe/);
  await userEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(onRetry).toHaveBeenCalledOnce();
});

it("NotFoundNotice leads home", async () => {
  renderInTexts(<NotFoundNotice />);
  expect(screen.getByRole("heading", { level: 1, name: "There is nothing here" })).toBeVisible();
  await userEvent.click(screen.getByRole("link", { name: "Go to Today" }));
  expect(page.push).toHaveBeenCalledExactlyOnceWith("/today");
});

it("ShortcutSheet gives each thing one does its own words and keys, group by group", () => {
  renderInTexts(<ShortcutSheet onClose={vi.fn()} />);
  const words = screen.getAllByRole("term").map(({ textContent }) => textContent);
  expect(new Set(words).size).toBe(words.length);
  const keys = screen.getAllByRole("definition");
  expect(keys).toHaveLength(words.length);
  for (const one of keys) expect(one.querySelector("kbd")).not.toBeNull();
  expect(screen.getAllByRole("heading", { level: 3 })).toHaveLength(5);
});

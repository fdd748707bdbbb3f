import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { JSX } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { useToasts } from "@/components/ui/toasts";
import { asked, changed, refusal, serve } from "@/tests/api";
import { aProject, aTask } from "@/tests/fixtures";
import { HOME, NOW, renderInApp } from "@/tests/render";
import { AccountMenu } from "./account-menu";
import { AppShell } from "./app-shell";
import { BottomBar } from "./bottom-bar";
import { Sidebar } from "./sidebar";
import { ThemeSwitch } from "./theme-switch";
import { useGlobalShortcuts } from "./use-global-shortcuts";
import { useShell } from "./shell-context";

const page = vi.hoisted(() => ({ path: "/today", push: vi.fn(), prefetch: vi.fn(), openPage: vi.fn() }));

vi.mock("next/navigation", () => ({ usePathname: () => page.path, useRouter: () => page }));
vi.mock("@/lib/open-page", () => ({ openPage: page.openPage }));

const server = {
  "GET /api/projects": () => ({ items: [aProject({ open_task_count: 3 }), { ...HOME, open_task_count: 1 }] }),
  "GET /api/tasks": () => ({ items: [aTask({ id: "a" }), aTask({ id: "b" })], next_cursor: null }),
  "GET /api/conversations": () => ({ items: [], next_cursor: null }),
};

function screenIs(wide: boolean): void {
  vi.stubGlobal("matchMedia", () => ({ matches: wide }));
}

beforeEach(() => {
  page.path = "/today";
  screenIs(true);
});

afterEach(() => {
  document.cookie = "todo_chat=; Max-Age=0";
  document.cookie = "todo_theme=; Max-Age=0";
  delete document.documentElement.dataset.theme;
});

describe("Sidebar", () => {
  it("leads to views and projects, with what is open in each", async () => {
    serve(server);
    renderInApp(<Sidebar />);
    const links = within(screen.getByRole("navigation", { name: "Navigation" }));
    expect(await links.findByRole("link", { name: /^Today\s*2 due$/ })).toHaveAttribute("href", "/today");
    expect(links.getByRole("link", { name: "Home" })).toHaveAttribute("href", "/projects/home");
    expect(links.getByRole("link", { name: "Upcoming" })).toBeVisible();
  });

  it("marks the page that is open", () => {
    page.path = "/projects/home";
    serve(server);
    renderInApp(<Sidebar />);
    expect(screen.getAllByRole("link", { current: "page" }).map((link) => link.textContent)).toEqual(["Home"]);
  });

  it("fetches a page whose link is about to be followed", async () => {
    serve(server);
    renderInApp(<Sidebar />);
    await userEvent.hover(screen.getByRole("link", { name: "Upcoming" }));
    expect(page.prefetch).toHaveBeenCalledWith("/upcoming");
  });

  it("opens quick add and the form for a project", async () => {
    serve(server);
    const { shell } = renderInApp(<Sidebar />);
    await userEvent.click(screen.getByRole("button", { name: /^Add task/ }));
    await userEvent.click(screen.getByRole("button", { name: "New project" }));
    expect(shell.openQuickAdd).toHaveBeenCalledWith();
    expect(shell.openProject).toHaveBeenCalledWith(null);
  });
});

describe("AccountMenu", () => {
  it("changes the theme", async () => {
    serve(server);
    renderInApp(<AccountMenu />);
    await userEvent.click(screen.getByRole("button", { name: "Account of Ada" }));
    await userEvent.click(await screen.findByRole("menuitem", { name: "Theme: Dark" }));
    expect(document.documentElement.dataset.theme).toBe("dark");
  });

  it("signs out, and says so when it could not", async () => {
    let refuse = true;
    serve({
      ...server,
      "POST /api/auth/logout": () =>
        refuse ? refusal(503, "away", "Away.") : new Response(null, { status: 204 }),
    });
    renderInApp(<AccountMenu />);
    const signOut = async (): Promise<void> => {
      await userEvent.click(screen.getByRole("button", { name: "Account of Ada" }));
      await userEvent.click(await screen.findByRole("menuitem", { name: "Sign out" }));
    };
    await signOut();
    expect((await screen.findAllByText("Away.")).length).toBeGreaterThan(0);
    expect(page.openPage).not.toHaveBeenCalled();
    refuse = false;
    await signOut();
    await waitFor(() => expect(page.openPage).toHaveBeenCalledWith("/sign-in"));
  });
});

describe("ThemeSwitch", () => {
  it("keeps one chosen, also when it is pressed again", async () => {
    serve(server);
    renderInApp(<ThemeSwitch initial="system" />);
    await userEvent.click(screen.getByRole("radio", { name: "Dark" }));
    await userEvent.click(screen.getByRole("radio", { name: "Dark" }));
    expect(screen.getByRole("radio", { name: "Dark" })).toBeChecked();
    expect(document.documentElement.dataset.theme).toBe("dark");
    await userEvent.click(screen.getByRole("radio", { name: "System" }));
    expect(document.documentElement.dataset.theme).toBeUndefined();
  });
});

describe("BottomBar", () => {
  it("has everything in reach", async () => {
    serve(server);
    const { shell } = renderInApp(<BottomBar />);
    expect(screen.getByRole("link", { name: "Today" })).toHaveAttribute("aria-current", "page");
    await userEvent.click(screen.getByRole("button", { name: "Add task" }));
    await userEvent.click(screen.getByRole("button", { name: "Assistant" }));
    await userEvent.click(screen.getByRole("button", { name: "Menu" }));
    expect(shell.openQuickAdd).toHaveBeenCalledOnce();
    expect(shell.toggleChat).toHaveBeenCalledOnce();
    expect(shell.openNavigation).toHaveBeenCalledOnce();
  });
});

describe("useGlobalShortcuts", () => {
  const act = vi.fn();

  function Page(): JSX.Element {
    const toasts = useToasts();
    useGlobalShortcuts(useShell());
    return (
      <>
        <input aria-label="Anything" />
        <button type="button" onClick={() => toasts.show({ title: "Done", action: { label: "Undo", onAct: act } })}>
          Do
        </button>
      </>
    );
  }

  it("acts on single keys", async () => {
    serve(server);
    const { shell } = renderInApp(<Page />);
    await userEvent.keyboard("qc?");
    expect(shell.openQuickAdd).toHaveBeenCalledOnce();
    expect(shell.toggleChat).toHaveBeenCalledOnce();
    expect(shell.openShortcuts).toHaveBeenCalledOnce();
  });

  it("leaves letters alone while one writes, and those of the browser", async () => {
    serve(server);
    const { shell } = renderInApp(<Page />);
    await userEvent.type(screen.getByLabelText("Anything"), "qc?");
    expect(screen.getByLabelText("Anything")).toHaveValue("qc?");
    fireEvent.keyDown(document.body, { key: "q", ctrlKey: true });
    expect(shell.openQuickAdd).not.toHaveBeenCalled();
  });

  it("undoes the newest change with Z, once", async () => {
    serve(server);
    renderInApp(<Page />);
    await userEvent.click(screen.getByRole("button", { name: "Do" }));
    await userEvent.keyboard("zz");
    expect(act).toHaveBeenCalledOnce();
    expect(screen.queryByRole("button", { name: "Undo" })).not.toBeInTheDocument();
  });
});

describe("AppShell", () => {
  const shell = (text = "The page"): JSX.Element => (
    <AppShell startedAt={NOW} chatOpen>
      <p>{text}</p>
    </AppShell>
  );
  const open = (): ReturnType<typeof renderInApp> => renderInApp(shell());

  it("adds to the project whose page is open", async () => {
    page.path = "/projects/home";
    const log = serve({ ...server, "POST /api/quick-add": () => changed(aTask({ project_id: "home" }), "g", 201) });
    open();
    await userEvent.keyboard("q");
    expect(await screen.findByRole("textbox", { name: "Task, in your own words" })).toHaveFocus();
    await userEvent.keyboard("Measure{Enter}");
    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
    expect(asked(log, "POST /api/quick-add")[0]?.body).toMatchObject({ text: "Measure", project_id: "home" });
  });

  it("closes a dialog when another page is opened", async () => {
    serve(server);
    const { again } = open();
    await userEvent.keyboard("?");
    expect(await screen.findByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
    page.path = "/inbox";
    again(shell("The other page"));
    expect(screen.getByText("The other page")).toBeVisible();
    expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
  });

  it("remembers on wide screens whether the assistant stands open", async () => {
    serve(server);
    open();
    // What keeps its place until it has arrived is another element.
    await screen.findByRole("textbox", { name: "Message to the assistant" });
    const panel = screen.getByRole("complementary", { name: "Assistant" });
    expect(panel).toHaveClass("xl:block");
    await userEvent.keyboard("c");
    expect(panel).not.toHaveClass("xl:block");
    expect(document.cookie).toContain("todo_chat=closed");
    await userEvent.keyboard("c");
    expect(document.cookie).toContain("todo_chat=open");
  });

  it("lays the assistant over the page on narrow screens, without remembering it", async () => {
    screenIs(false);
    const log = serve(server);
    open();
    await userEvent.keyboard("c");
    const sheet = await screen.findByRole("dialog", { name: "Assistant" });
    expect(within(sheet).getByRole("textbox", { name: "Message to the assistant" })).toHaveFocus();
    expect(document.cookie).not.toContain("todo_chat");
    expect(asked(log, "GET /api/conversations")).toHaveLength(1);
  });
});

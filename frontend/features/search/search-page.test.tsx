import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { SearchHit, Task } from "@/lib/api/types";
import { type Asked, asked, changed, refusal, serve } from "@/tests/api";
import { aProject, aTask } from "@/tests/fixtures";
import { HOME, renderInApp } from "@/tests/render";
import { SearchPage } from "./search-page";

const router = vi.hoisted(() => ({ replace: vi.fn(), query: "" }));

vi.mock("next/navigation", () => ({
  useRouter: () => router,
  useSearchParams: () => new URLSearchParams(router.query),
  usePathname: () => "/search",
}));

beforeEach(() => {
  router.replace.mockReset();
  router.query = "";
});

function aHit(task: Partial<Task>, found: Partial<SearchHit> = {}): SearchHit {
  return { task: aTask(task), title: [], notes: [], labels: [], ...found };
}

function serverWith(answer: (asked: Asked) => unknown): ReturnType<typeof serve> {
  return serve({
    "GET /api/search": answer,
    "GET /api/labels": () => ({ items: [] }),
    "GET /api/projects": () => ({ items: [aProject(), HOME] }),
    "POST /api/tasks/rent/complete": () => changed(aTask({ id: "rent", completed_at: "2026-11-25T10:00:00Z" })),
  });
}

const one = (hit: SearchHit) => () => ({ items: [hit], next_cursor: null });
const rent = aHit({ id: "rent", title: "Pay the rent", project_id: "home" }, { title: [{ start: 8, end: 12 }] });

describe("SearchPage", () => {
  it("waits for words, with the focus in the field, and asks nothing before", () => {
    const log = serverWith(one(rent));
    renderInApp(<SearchPage />);
    expect(screen.getByRole("searchbox", { name: "Words in titles, notes and labels" })).toHaveFocus();
    expect(asked(log, "GET /api/search")).toHaveLength(0);
  });

  it("asks once for what was typed in one go, and puts it in the address", async () => {
    const log = serverWith(one(rent));
    renderInApp(<SearchPage />);
    await userEvent.type(screen.getByRole("searchbox"), " rent & co ", { delay: null });
    expect(await screen.findByRole("list", { name: "Search" })).toBeVisible();
    expect(asked(log, "GET /api/search").map(({ query }) => query.q)).toEqual(["rent & co"]);
    expect(router.replace).toHaveBeenCalledExactlyOnceWith("/search?q=rent%20%26%20co");
  });

  it("leaves a phone's keyboard away where there are words already, and begins in the field elsewhere", () => {
    router.query = "q=rent";
    serverWith(one(rent));
    vi.stubGlobal("matchMedia", () => ({ matches: true }));
    const { unmount } = renderInApp(<SearchPage />);
    expect(screen.getByRole("searchbox")).not.toHaveFocus();
    unmount();
    vi.stubGlobal("matchMedia", () => ({ matches: false }));
    renderInApp(<SearchPage />);
    expect(screen.getByRole("searchbox")).toHaveFocus();
  });

  it("begins with the words of the address, which stay while they are the same", async () => {
    router.query = "q=rent";
    serverWith(one(rent));
    renderInApp(<SearchPage />);
    expect(await screen.findByText("rent", { selector: "mark" })).toBeVisible();
    expect(screen.getByRole("searchbox")).toHaveValue("rent");
    expect(screen.getByRole("status")).toHaveTextContent("1");
    expect(router.replace).not.toHaveBeenCalled();
    await userEvent.clear(screen.getByRole("searchbox"));
    await waitFor(() => expect(router.replace).toHaveBeenCalledExactlyOnceWith("/search"));
  });

  it("marks words in title and notes, and names the project", async () => {
    router.query = "q=x";
    const notes = `${"before ".repeat(20)}transfer to Ada`;
    const start = notes.indexOf("Ada");
    serverWith(one(aHit({ ...rent.task, notes }, { title: [{ start: 0, end: 3 }], notes: [{ start, end: start + 3 }] })));
    renderInApp(<SearchPage />);
    const hit = await screen.findByRole("listitem");
    expect(Array.from(hit.querySelectorAll("mark"), ({ textContent }) => textContent)).toEqual(["Pay", "Ada"]);
    expect(within(hit).getByText("Home")).toBeVisible();
    expect(hit).toHaveTextContent(/…before .*transfer to Ada$/);
  });

  it("shows notes as one reads them, with what was found", async () => {
    router.query = "q=ada";
    const notes = "- **Transfer** to [Ada](https://bank.example/1)\n- by *Friday*";
    const start = notes.indexOf("Ada");
    serverWith(one(aHit({ ...rent.task, notes }, { notes: [{ start, end: start + 3 }] })));
    renderInApp(<SearchPage />);
    expect(await screen.findByText("Ada", { selector: "mark" })).toBeVisible();
    expect(screen.getByRole("listitem")).toHaveTextContent(/• Transfer to Ada • by Friday$/);
  });

  it("shows no notes where nothing in them was found", async () => {
    router.query = "q=rent";
    serverWith(one(aHit({ ...rent.task, notes: "By transfer" }, { title: rent.title })));
    renderInApp(<SearchPage />);
    expect(await screen.findByRole("listitem")).not.toHaveTextContent("By transfer");
  });

  it("opens and completes what was found", async () => {
    router.query = "q=rent";
    const log = serverWith(one(rent));
    const { shell } = renderInApp(<SearchPage />);
    await userEvent.click(await screen.findByRole("button", { name: /^Pay the/ }));
    expect(shell.openTask).toHaveBeenCalledExactlyOnceWith(rent.task);
    await userEvent.click(screen.getByRole("checkbox", { name: "Complete “Pay the rent”" }));
    await waitFor(() => expect(asked(log, "POST /api/tasks/rent/complete")).toHaveLength(1));
  });

  it("shows more when asked, behind what is there", async () => {
    router.query = "q=rent";
    const other = aHit({ id: "2", title: "Rent a van" });
    const log = serverWith(({ query }) =>
      query.cursor === "2" ? { items: [other], next_cursor: null } : { items: [rent], next_cursor: "2" },
    );
    renderInApp(<SearchPage />);
    // Not all of them yet, which is not to be taken for all that there is.
    await waitFor(() => expect(screen.getByRole("status")).toHaveTextContent("The first 1 results"));
    await userEvent.click(await screen.findByRole("button", { name: "Show more" }));
    await screen.findByText("Rent a van");
    expect(screen.getByRole("status")).toHaveTextContent("2 results");
    expect(screen.getAllByRole("listitem").map((item) => item.dataset.taskId)).toEqual(["rent", "2"]);
    expect(asked(log, "GET /api/search").map(({ query }) => query.cursor)).toEqual([undefined, "2"]);
  });

  it("says so when nothing is found, and when the search failed", async () => {
    router.query = "q=zebra";
    let answer: unknown = { items: [], next_cursor: null };
    serverWith(() => answer);
    renderInApp(<SearchPage />);
    expect(await screen.findByText("Each word has to begin a word of the task.")).toBeVisible();
    answer = refusal(422, "invalid-input", "That is too much.");
    await userEvent.type(screen.getByRole("searchbox"), "s");
    expect(await screen.findByRole("alert")).toHaveTextContent("That is too much.");
  });
});

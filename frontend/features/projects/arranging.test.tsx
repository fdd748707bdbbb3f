import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Project } from "@/lib/api/types";
import { type Answers, asked, changed, refusal, serve } from "@/tests/api";
import { aProject } from "@/tests/fixtures";
import { renderInApp } from "@/tests/render";
import { WithProjects } from "@/tests/with-projects";
import { ArchivePage } from "./archive-page";
import { ProjectMenu } from "./project-menu";

const router = vi.hoisted(() => ({ push: vi.fn(), path: "" }));

vi.mock("next/navigation", () => ({ useRouter: () => router, usePathname: () => router.path }));

beforeEach(() => {
  router.push.mockReset();
  router.path = "/today";
});

const project = (id: string, change: Partial<Project> = {}) => aProject({ id, name: id, is_inbox: false, ...change });

describe("ProjectMenu", () => {
  const garden = project("garden");
  const inGarden = (id: string): Project => project(id, { parent_id: "garden" });
  const [beds, pond, pots] = [inGarden("beds"), inGarden("pond"), inGarden("pots")];
  const work = project("work", { is_favorite: true });
  const PROJECTS = [aProject(), garden, beds, pond, pots, work];

  async function open(shown: Project, answers: Answers = {}): Promise<ReturnType<typeof serve>> {
    const log = serve({ "GET /api/projects": () => ({ items: PROJECTS }), ...answers });
    renderInApp(
      <WithProjects projects={PROJECTS}>
        <ProjectMenu project={shown} small />
      </WithProjects>,
    );
    await userEvent.click(screen.getByRole("button", { name: `Arrange ${shown.name}` }));
    return log;
  }

  const choose = async (item: string) => userEvent.click(await screen.findByRole("menuitem", { name: item }));

  it.each([
    [garden, ["Move down"]],
    [work, ["Move up", "Put below “garden”"]],
    [beds, ["Move down", "Take out of “garden”"]],
    [pond, ["Move up", "Move down", "Put below “beds”", "Take out of “garden”"]],
  ])("$name can go where there is room", async (shown, ways) => {
    await open(shown);
    const items = (await screen.findAllByRole("menuitem")).map(({ textContent }) => textContent);
    expect(items.filter((text) => /^(Move|Put|Take)/.test(text))).toEqual(ways);
  });

  it.each([
    ["Move up", "move", { parent_id: "garden", before_id: "beds" }, "Moved “pond”"],
    ["Move down", "move", { parent_id: "garden", after_id: "pots" }, "Moved “pond”"],
    ["Put below “beds”", "move", { parent_id: "beds" }, "Moved “pond”"],
    ["Take out of “garden”", "move", { parent_id: null, after_id: "garden" }, "Moved “pond”"],
    ["Duplicate", "duplicate", {}, "Duplicated “pond”"],
    ["Archive", "archive", null, "Archived “pond”"],
  ])("%s is sent and told of", async (item, action, body, said) => {
    const log = await open(pond, { [`POST /api/projects/pond/${action}`]: () => changed(pond) });
    await choose(item);
    expect((await screen.findAllByText(said)).length).toBeGreaterThan(0);
    expect(asked(log, `POST /api/projects/pond/${action}`).map((one) => one.body)).toEqual([body]);
    expect(screen.getByRole("button", { name: "Undo" })).toBeVisible();
  });

  it.each([
    [pond, "Add to favorites", true],
    [work, "Remove from favorites", false],
  ])("$name: %s", async (shown, item, is_favorite) => {
    const log = await open(shown, { [`PATCH /api/projects/${shown.id}`]: () => changed(shown) });
    await choose(item);
    await waitFor(() => expect(asked(log, `PATCH /api/projects/${shown.id}`)[0]?.body).toEqual({ is_favorite }));
  });

  it.each([
    ["/projects/pond", [["/inbox"]]],
    ["/projects/pots", []],
  ])("on %s, putting pond away leads to %j", async (path, led) => {
    router.path = path;
    await open(pond, { "POST /api/projects/pond/archive": () => changed(pond) });
    await choose("Archive");
    expect(await screen.findByRole("button", { name: "Undo" })).toBeVisible();
    expect(router.push.mock.calls).toEqual(led);
  });
});

describe("ArchivePage", () => {
  const archived = { archived_at: "2026-11-20T08:00:00Z" };

  it("lists what was put away, and only an owner may bring it back", async () => {
    let items = [project("open"), project("old", archived), project("theirs", { ...archived, role: "editor" })];
    const log = serve({
      "GET /api/projects": ({ query }) => ({ items: query.archived === "true" ? items : [] }),
      "POST /api/projects/old/unarchive": () => {
        items = items.filter(({ id }) => id !== "old");
        return changed(project("old"));
      },
    });
    renderInApp(<ArchivePage />);
    expect((await screen.findAllByRole("listitem")).map(({ textContent }) => textContent)).toEqual(["oldBring back", "theirs"]);
    await userEvent.click(screen.getByRole("button", { name: "Bring back: old" }));
    expect((await screen.findAllByText("“old” is back")).length).toBeGreaterThan(0);
    await waitFor(() => expect(screen.queryByText("old")).not.toBeInTheDocument());
    expect(asked(log, "POST /api/projects/old/unarchive")).toHaveLength(1);
  });

  it("says so when nothing was, and tries again when it could not be loaded", async () => {
    let working = false;
    serve({ "GET /api/projects": () => (working ? { items: [project("open")] } : refusal(422, "invalid-input", "Not now.")) });
    renderInApp(<ArchivePage />);
    expect(await screen.findByRole("alert")).toHaveTextContent("Not now.");
    working = true;
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByText("Nothing in the archive")).toBeVisible();
  });
});

import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { asked, changed, refusal, serve } from "@/tests/api";
import { aProject } from "@/tests/fixtures";
import { HOME, renderInApp } from "@/tests/render";
import { ProjectDialog } from "./project-dialog";
import { ProjectMenu } from "./project-menu";

const router = vi.hoisted(() => ({ push: vi.fn(), path: "/today" }));

vi.mock("next/navigation", () => ({ useRouter: () => router, usePathname: () => router.path }));

beforeEach(() => {
  router.push.mockReset();
  router.path = "/today";
});

const list = { "GET /api/projects": () => ({ items: [aProject(), HOME] }) };

describe("ProjectDialog", () => {
  it("makes a project and opens it", async () => {
    const log = serve({
      ...list,
      "POST /api/projects": ({ body }) => changed({ ...HOME, ...(body as object) }, "g", 201),
    });
    const onClose = vi.fn();
    renderInApp(<ProjectDialog project={null} onClose={onClose} />);
    await userEvent.type(screen.getByLabelText("Name"), "  Balcony ");
    await userEvent.click(screen.getByRole("radio", { name: "Green" }));
    await userEvent.click(screen.getByRole("button", { name: "Create project" }));
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
    const body = asked(log, "POST /api/projects")[0]?.body as { id: string };
    expect(body).toMatchObject({ name: "Balcony", color: "green" });
    expect(router.push).toHaveBeenCalledWith(`/projects/${body.id}`);
  });

  it("makes one project however often the form is sent", async () => {
    let refuse = true;
    const log = serve({
      ...list,
      "POST /api/projects": () => (refuse ? refusal(503, "away", "Away.") : changed(HOME, "g", 201)),
    });
    const onClose = vi.fn();
    renderInApp(<ProjectDialog project={null} onClose={onClose} />);
    await userEvent.type(screen.getByLabelText("Name"), "Balcony{Enter}");
    expect(await screen.findByRole("alert")).toHaveTextContent("Away.");
    refuse = false;
    await userEvent.click(screen.getByRole("button", { name: "Create project" }));
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
    const ids = asked(log, "POST /api/projects").map(({ body }) => (body as { id: string }).id);
    expect(ids[0]).toBe(ids[1]);
  });

  it("needs a name", async () => {
    serve(list);
    renderInApp(<ProjectDialog project={null} onClose={vi.fn()} />);
    await userEvent.type(screen.getByLabelText("Name"), "   ");
    expect(screen.getByRole("button", { name: "Create project" })).toBeDisabled();
  });

  it("renames and recolors", async () => {
    const log = serve({ ...list, "PATCH /api/projects/home": () => changed({ ...HOME, name: "House" }) });
    const onClose = vi.fn();
    renderInApp(<ProjectDialog project={HOME} onClose={onClose} />);
    expect(screen.getByRole("radio", { name: "Teal" })).toBeChecked();
    await userEvent.clear(screen.getByLabelText("Name"));
    await userEvent.type(screen.getByLabelText("Name"), "House{Enter}");
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
    expect(asked(log, "PATCH /api/projects/home")[0]?.body).toEqual({ name: "House", color: "teal" });
    expect((await screen.findAllByText("Changed “House”")).length).toBeGreaterThan(0);
  });
});

describe("ProjectMenu", () => {
  async function remove(): Promise<void> {
    renderInApp(<ProjectMenu project={HOME} />);
    await userEvent.click(screen.getByRole("button", { name: "Options for Home" }));
    await userEvent.click(await screen.findByRole("menuitem", { name: "Delete project" }));
    expect(await screen.findByRole("button", { name: "Undo" })).toBeVisible();
  }

  it("leaves the page of a project that is deleted", async () => {
    router.path = "/projects/home";
    serve({ ...list, "DELETE /api/projects/home": () => changed(null) });
    await remove();
    expect(router.push).toHaveBeenCalledWith("/inbox");
  });

  it("stays on any other page", async () => {
    serve({ ...list, "DELETE /api/projects/home": () => changed(null) });
    await remove();
    expect(router.push).not.toHaveBeenCalled();
  });

  it("says why a project could not be deleted, and stays", async () => {
    router.path = "/projects/home";
    serve({ ...list, "DELETE /api/projects/home": () => refusal(403, "forbidden", "Only its owner may do that.") });
    renderInApp(<ProjectMenu project={HOME} />);
    await userEvent.click(screen.getByRole("button", { name: "Options for Home" }));
    await userEvent.click(await screen.findByRole("menuitem", { name: "Delete project" }));
    expect((await screen.findAllByText("Only its owner may do that.")).length).toBeGreaterThan(0);
    expect(router.push).not.toHaveBeenCalled();
  });

  it("opens the form", async () => {
    serve(list);
    const { shell } = renderInApp(<ProjectMenu project={HOME} />);
    await userEvent.click(screen.getByRole("button", { name: "Options for Home" }));
    await userEvent.click(await screen.findByRole("menuitem", { name: "Rename or recolor" }));
    expect(shell.openProject).toHaveBeenCalledWith(HOME);
  });
});

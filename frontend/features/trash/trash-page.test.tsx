import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { asked, changed, refusal, serve } from "@/tests/api";
import { renderInApp } from "@/tests/render";
import { TrashPage } from "./trash-page";

vi.mock("next/navigation", () => ({ usePathname: () => "/trash", useRouter: () => ({ push: vi.fn() }) }));

const ITEM = {
  entity: "task",
  id: "rent",
  title: "Pay rent",
  project_id: "home",
  deleted_at: "2026-11-24T10:00:00Z",
  purge_at: "2026-12-24T10:00:00Z",
};

function open(items: unknown[], restore: () => Response = () => changed({ id: "group-1" })): ReturnType<typeof serve> {
  const log = serve({
    "GET /api/trash": () => ({ items, next_cursor: null }),
    "POST /api/trash/task/rent/restore": restore,
    "DELETE /api/trash/task/rent": () => changed(null),
    "DELETE /api/trash": () => changed(null),
    "GET /api/projects": () => ({ items: [] }),
  });
  renderInApp(<TrashPage />);
  return log;
}

describe("TrashPage", () => {
  it("says what is in it, since when and until when", async () => {
    open([ITEM]);
    expect(await screen.findByText("Pay rent")).toBeVisible();
    expect(screen.getByText(/Task · deleted: Yesterday, here until 24 Dec/)).toBeVisible();
  });

  it("offers nothing to empty when it is empty", async () => {
    open([]);
    expect(await screen.findByText("The trash is empty")).toBeVisible();
    expect(screen.queryByRole("button", { name: "Empty trash" })).not.toBeInTheDocument();
  });

  it("brings back, and says why when it can't", async () => {
    const log = open([ITEM], () => refusal(409, "gone", "Its project was deleted. Restore that first."));
    await userEvent.click(await screen.findByRole("button", { name: "Restore “Pay rent”" }));
    expect(await screen.findByText("Its project was deleted. Restore that first.")).toBeVisible();
    expect(asked(log, "POST /api/trash/task/rent/restore")).toHaveLength(1);
  });

  it("deletes for good only once that is confirmed", async () => {
    const log = open([ITEM]);
    await userEvent.click(await screen.findByRole("button", { name: "Delete “Pay rent” for good" }));
    await userEvent.click(screen.getByRole("button", { name: "Cancel" }));
    expect(asked(log, "DELETE /api/trash/task/rent")).toHaveLength(0);
    await userEvent.click(screen.getByRole("button", { name: "Delete “Pay rent” for good" }));
    await userEvent.click(screen.getByRole("button", { name: "Delete for good" }));
    await waitFor(() => expect(asked(log, "DELETE /api/trash/task/rent")).toHaveLength(1));
    await userEvent.click(screen.getByRole("button", { name: "Empty trash" }));
    await userEvent.click(screen.getByRole("button", { name: "Delete for good" }));
    await waitFor(() => expect(asked(log, "DELETE /api/trash")).toHaveLength(1));
  });
});

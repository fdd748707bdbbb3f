import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { ConsentRequest } from "@/lib/api/types";
import { openPage } from "@/lib/open-page";
import { refusal, serve } from "@/tests/api";
import { renderInTexts } from "@/tests/render";
import { ConsentForm } from "./consent-form";

vi.mock("@/lib/open-page", () => ({ openPage: vi.fn() }));

beforeEach(() => vi.mocked(openPage).mockReset());

const ASKED: ConsentRequest = {
  id: "r1",
  client_id: "c1",
  client_name: "Editor",
  redirect_host: "editor.example",
  scopes: ["read", "write"],
  expires_at: "2026-11-25T10:10:00Z",
};
const BACK = "https://editor.example/back?code=x";
const PATH = "POST /api/oauth/requests/r1";

describe("ConsentForm", () => {
  it("allows what was asked for and goes back to the program", async () => {
    const log = serve({ [PATH]: () => ({ redirect_to: BACK }) });
    renderInTexts(<ConsentForm asked={ASKED} />);
    expect(screen.getByText(/editor\.example/)).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: "Allow" }));
    await waitFor(() => expect(openPage).toHaveBeenCalledExactlyOnceWith(BACK));
    expect(log[0]?.body).toEqual({ approve: true, scopes: ["read", "write"] });
  });

  it("allows reading alone", async () => {
    const log = serve({ [PATH]: () => ({ redirect_to: BACK }) });
    renderInTexts(<ConsentForm asked={ASKED} />);
    await userEvent.click(screen.getByRole("checkbox"));
    await userEvent.click(screen.getByRole("button", { name: "Allow" }));
    await waitFor(() => expect(openPage).toHaveBeenCalledOnce());
    expect(log[0]?.body).toEqual({ approve: true, scopes: ["read"] });
  });

  it("offers no more than was asked for", () => {
    renderInTexts(<ConsentForm asked={{ ...ASKED, scopes: ["read"] }} />);
    expect(screen.queryByRole("checkbox")).toBeNull();
    expect(screen.getAllByRole("listitem")).toHaveLength(1);
  });

  it("refuses", async () => {
    const log = serve({ [PATH]: () => ({ redirect_to: BACK }) });
    renderInTexts(<ConsentForm asked={ASKED} />);
    await userEvent.click(screen.getByRole("button", { name: "Don’t allow" }));
    await waitFor(() => expect(openPage).toHaveBeenCalledOnce());
    expect(log[0]?.body).toEqual({ approve: false, scopes: [] });
  });

  it("says why it could not be decided, and can be tried again", async () => {
    serve({ [PATH]: () => refusal(404, "not-found", "Start again in the program.") });
    renderInTexts(<ConsentForm asked={ASKED} />);
    await userEvent.click(screen.getByRole("button", { name: "Allow" }));
    expect(await screen.findByRole("alert")).toBeVisible();
    expect(openPage).not.toHaveBeenCalled();
    expect(screen.getByRole("button", { name: "Allow" })).toBeEnabled();
  });
});

import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { asked, refusal, serve } from "@/tests/api";
import { renderInApp } from "@/tests/render";
import type { AccessToken, Session } from "@/lib/api/types";
import { SessionsList } from "./sessions-list";
import { ConnectedApps, TokensList } from "./tokens-list";

const CHROME = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0 Safari/537.36";
const GONE = (): Response => new Response(null, { status: 204 });

function aSession(change: Partial<Session>): Session {
  const used = "2026-11-24T09:00:00Z";
  return { id: "s1", created_at: used, last_used_at: used, user_agent: CHROME, current: false, ...change };
}

function aToken(change: Partial<AccessToken>): AccessToken {
  return {
    id: "t1",
    name: "Editor",
    scopes: ["read"],
    created_at: "2026-11-20T09:00:00Z",
    expires_at: null,
    last_used_at: null,
    client: null,
    ...change,
  };
}

describe("SessionsList", () => {
  const sessions = [aSession({ id: "s0", current: true }), aSession({ id: "s1" }), aSession({ id: "s2", user_agent: "" })];

  it("tells devices apart and signs out one of them, never this one", async () => {
    const log = serve({ "GET /api/auth/sessions": () => ({ items: sessions }), "DELETE /api/auth/sessions/s1": GONE });
    renderInApp(<SessionsList />);
    const rows = await screen.findAllByRole("listitem");
    expect(rows.map((row) => row.textContent)).toEqual([
      "Chrome, WindowsThis device",
      "Chrome, WindowsLast used: YesterdaySign out",
      "Unknown deviceLast used: YesterdaySign out",
    ]);
    await userEvent.click(screen.getByRole("button", { name: "Sign out Chrome, Windows" }));
    await waitFor(() => expect(asked(log, "DELETE /api/auth/sessions/s1")).toHaveLength(1));
    await waitFor(() => expect(asked(log, "GET /api/auth/sessions")).toHaveLength(2));
  });

  it("signs out everywhere else at once", async () => {
    const log = serve({ "GET /api/auth/sessions": () => ({ items: sessions }), "DELETE /api/auth/sessions": GONE });
    renderInApp(<SessionsList />);
    await userEvent.click(await screen.findByRole("button", { name: "Sign out everywhere else" }));
    await waitFor(() => expect(asked(log, "DELETE /api/auth/sessions")).toHaveLength(1));
  });
});

describe("TokensList", () => {
  it("makes a token, shows it once and copies it", async () => {
    const log = serve({
      "GET /api/tokens": () => ({ items: [] }),
      "POST /api/tokens": () => Response.json({ ...aToken({}), token: "todo_secret" }, { status: 201 }),
    });
    const user = userEvent.setup();
    renderInApp(<TokensList />);
    await user.click(await screen.findByRole("button", { name: "New token" }));
    await user.type(screen.getByLabelText("Name"), " Editor ");
    await user.selectOptions(screen.getByLabelText("May"), "Read and change");
    await user.selectOptions(screen.getByLabelText("Expires after"), "Never");
    await user.click(screen.getByRole("button", { name: "Create token" }));
    expect(await screen.findByText("todo_secret")).toBeVisible();
    expect(asked(log, "POST /api/tokens")[0]?.body).toEqual({
      name: "Editor",
      scopes: ["read", "write"],
      expires_in_days: null,
    });
    await user.click(screen.getByRole("button", { name: "Copy token" }));
    expect(await navigator.clipboard.readText()).toBe("todo_secret");
  });

  it("says why a token could not be made", async () => {
    serve({
      "GET /api/tokens": () => ({ items: [] }),
      "POST /api/tokens": () => refusal(409, "too-many-tokens", "You have 50 tokens. Revoke one first."),
    });
    renderInApp(<TokensList />);
    await userEvent.click(await screen.findByRole("button", { name: "New token" }));
    await userEvent.type(screen.getByLabelText("Name"), "x");
    await userEvent.click(screen.getByRole("button", { name: "Create token" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("You have 50 tokens. Revoke one first.");
  });

  it("revokes after a question", async () => {
    const log = serve({ "GET /api/tokens": () => ({ items: [aToken({})] }), "DELETE /api/tokens/t1": GONE });
    renderInApp(<TokensList />);
    await userEvent.click(await screen.findByRole("button", { name: "Revoke Editor" }));
    expect(asked(log, "DELETE /api/tokens/t1")).toHaveLength(0);
    await userEvent.click(screen.getByRole("button", { name: "Revoke for good" }));
    await waitFor(() => expect(asked(log, "DELETE /api/tokens/t1")).toHaveLength(1));
  });
});

it("lists connected apps apart from tokens", async () => {
  serve({ "GET /api/tokens": () => ({ items: [aToken({}), aToken({ id: "t2", client: "Claude", scopes: ["read", "write"] })] }) });
  vi.setSystemTime("2026-11-25T10:00:00Z");
  renderInApp(<ConnectedApps />);
  const list = within(await screen.findByRole("list", { name: "Connected apps" }));
  expect(list.getAllByRole("listitem").map((item) => item.textContent)).toEqual(["ClaudeRead and change · Never usedRevoke"]);
  vi.useRealTimers();
});

// What the pages of an account say when little is known, or something is refused.
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { asked, refusal, serve } from "@/tests/api";
import { renderInApp, renderInTexts } from "@/tests/render";
import type { AccessToken, Session } from "@/lib/api/types";
import { deviceName } from "./device";
import { FormError } from "./form-error";
import { SessionsList } from "./sessions-list";
import { ConnectedApps, TokensList } from "./tokens-list";

vi.mock("next/navigation", () => ({ useRouter: () => ({ push: vi.fn(), prefetch: vi.fn() }) }));

function aSession(change: Partial<Session> = {}): Session {
  return { id: "s1", created_at: "2026-11-20T09:00:00Z", last_used_at: null, user_agent: "curl/8.5.0", current: false, ...change };
}

function aToken(change: Partial<AccessToken> = {}): AccessToken {
  const created_at = "2026-11-20T09:00:00Z";
  return { id: "t1", name: "Editor", scopes: ["read"], created_at, expires_at: null, last_used_at: null, client: null, ...change };
}

describe("deviceName", () => {
  const WEBKIT = "AppleWebKit/537.36 (KHTML, like Gecko)";

  it.each([
    [`Mozilla/5.0 (Linux; Android 15; Pixel 9) ${WEBKIT} Chrome/153.0 Mobile Safari/537.36`, "Chrome, Android"],
    [`Mozilla/5.0 (Linux; Android 15) ${WEBKIT} Chrome/153.0 Mobile Safari/537.36 EdgA/153.0`, "Edge, Android"],
    [`Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) ${WEBKIT} EdgiOS/153.0 Version/19.0 Mobile Safari/605.1`, "Edge, iPhone"],
    [`Mozilla/5.0 (iPad; CPU OS 19_0 like Mac OS X) ${WEBKIT} CriOS/153.0 Mobile Safari/605.1`, "Chrome, iPad"],
    [`Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) ${WEBKIT} FxiOS/140.0 Mobile Safari/605.1`, "Firefox, iPhone"],
    [`Mozilla/5.0 (Windows NT 10.0) ${WEBKIT} Chrome/153.0 Safari/537.36 OPR/120.0`, "Opera, Windows"],
    [`Mozilla/5.0 (X11; CrOS x86_64 16000.0.0) ${WEBKIT} Chrome/153.0 Safari/537.36`, "Chrome, ChromeOS"],
    ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1 (KHTML, like Gecko) Version/19.0 Safari/605.1", "Safari, macOS"],
    ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox, macOS"],
    ["python-httpx/0.28.1", "python-httpx"],
    ["todo-cli (Linux)", "Linux"],
    ["  Thing  ", "Thing"],
    ["   ", null],
  ])("%s: %s", (userAgent, name) => {
    expect(deviceName(userAgent)).toBe(name);
  });
});

describe("SessionsList", () => {
  it("counts from the signing in what was never used since, and offers no more than there is", async () => {
    serve({ "GET /api/auth/sessions": () => ({ items: [aSession({ id: "s0", current: true }), aSession()] }) });
    renderInApp(<SessionsList />);
    expect(await screen.findByText("Last used: 20 Nov")).toBeVisible();
    expect(screen.queryByRole("button", { name: "Sign out everywhere else" })).not.toBeInTheDocument();
  });

  it("keeps a device that could not be signed out, and says why", async () => {
    const log = serve({
      "GET /api/auth/sessions": () => ({ items: [aSession()] }),
      "DELETE /api/auth/sessions/s1": () => refusal(503, "away", "Away."),
    });
    renderInApp(<SessionsList />);
    await userEvent.click(await screen.findByRole("button", { name: "Sign out curl" }));
    expect((await screen.findAllByText("Away.")).length).toBeGreaterThan(0);
    await waitFor(() => expect(asked(log, "GET /api/auth/sessions")).toHaveLength(2));
    expect(screen.getByRole("button", { name: "Sign out curl" })).toBeEnabled();
  });

  it("says that the devices could not be loaded, and loads them when asked to", async () => {
    let away = true;
    serve({ "GET /api/auth/sessions": () => (away ? refusal(404, "not-found", "None.") : { items: [aSession()] }) });
    renderInApp(<SessionsList />);
    expect(await screen.findByRole("alert")).toHaveTextContent("Your devices could not be loadedNone.");
    away = false;
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByText("curl")).toBeVisible();
  });
});

describe("TokensList", () => {
  it.each([
    [{}, "Read · Never used"],
    [{ scopes: ["read", "write"] as const }, "Read and change · Never used"],
    [{ last_used_at: "2026-11-25T00:30:00Z" }, "Read · Last used: Today"],
    [{ last_used_at: "2026-11-24T22:30:00Z" }, "Read · Last used: Yesterday"],
    [{ expires_at: "2026-11-26T09:00:00Z" }, "Read · Never used · Expires: Tomorrow"],
    [{ expires_at: "2027-02-18T09:00:00Z" }, "Read · Never used · Expires: 18 Feb 2027"],
  ])("%j: %s", async (change, facts) => {
    serve({ "GET /api/tokens": () => ({ items: [aToken(change as Partial<AccessToken>)] }) });
    renderInApp(<TokensList />);
    expect((await screen.findByText("Editor")).nextSibling).toHaveTextContent(facts);
  });

  it("says that there are none, nor apps", async () => {
    serve({ "GET /api/tokens": () => ({ items: [] }) });
    renderInApp(
      <>
        <TokensList />
        <ConnectedApps />
      </>,
    );
    expect(await screen.findByText("You have no tokens.")).toBeVisible();
    expect(screen.getByText("No apps are connected.")).toBeVisible();
    expect(screen.queryByRole("list")).not.toBeInTheDocument();
  });

  it("revokes nothing when one thinks better of it", async () => {
    const log = serve({ "GET /api/tokens": () => ({ items: [aToken()] }) });
    renderInApp(<TokensList />);
    await userEvent.click(await screen.findByRole("button", { name: "Revoke Editor" }));
    expect(screen.getByRole("button", { name: "Revoke for good" })).toHaveFocus();
    await userEvent.click(screen.getByRole("button", { name: "Cancel" }));
    expect(screen.getByRole("button", { name: "Revoke Editor" })).toBeVisible();
    expect(log.map(({ method }) => method)).toEqual(["GET"]);
  });
});

describe("FormError", () => {
  it("is heard, and nothing when there is nothing to say", () => {
    const { rerender } = renderInTexts(<FormError message={undefined} />);
    expect(screen.queryByRole("alert")).not.toBeInTheDocument();
    rerender(<FormError message="<b>No.</b>" />);
    expect(screen.getByRole("alert")).toHaveTextContent("<b>No.</b>");
  });
});

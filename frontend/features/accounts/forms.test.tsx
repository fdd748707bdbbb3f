import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { openPage } from "@/lib/open-page";
import { asked, refusal, serve } from "@/tests/api";
import { aUser } from "@/tests/fixtures";
import { renderInApp } from "@/tests/render";
import { ENGLISH } from "@/tests/texts";
import { DeleteAccount } from "./delete-account";
import { PasswordForm } from "./password-form";
import { signOut } from "./session";
import { SessionExpiredDialog } from "./session-expired-dialog";
import { SignInForm } from "./sign-in-form";
import { SignUpClosed } from "./sign-up-closed";
import { SignUpForm } from "./sign-up-form";

vi.mock("next/navigation", () => ({ useRouter: () => ({ push: vi.fn(), prefetch: vi.fn() }) }));
vi.mock("@/lib/open-page", () => ({ openPage: vi.fn() }));

beforeEach(() => vi.mocked(openPage).mockReset());

const SIGNED_IN = { token: "t", expires_at: "2026-12-25T00:00:00Z", user: aUser() };

async function fill(fields: Record<string, string>): Promise<void> {
  for (const [label, value] of Object.entries(fields)) await userEvent.type(screen.getByLabelText(label), value);
}

describe("SignInForm", () => {
  it("signs in and goes on to the wanted page", async () => {
    const log = serve({ "POST /api/auth/login": () => SIGNED_IN });
    renderInApp(<SignInForm next="/inbox" signUpHref="/sign-up" />);
    await fill({ Email: " ada@example.com ", Password: " secret " });
    await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
    await waitFor(() => expect(openPage).toHaveBeenCalledExactlyOnceWith("/inbox"));
    // Spaces around an address are slips, in a password they count.
    expect(log[0]?.body).toEqual({ email: "ada@example.com", password: " secret " });
  });

  it("tells a wrong password without telling which of the two is wrong", async () => {
    serve({ "POST /api/auth/login": () => refusal(401, "wrong-credentials", "Address or password is wrong.") });
    const { onUnauthenticated } = renderInApp(<SignInForm next="/today" signUpHref="/sign-up" />);
    await fill({ Email: "ada@example.com", Password: "wrong" });
    await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("Email and password don’t match.");
    expect(onUnauthenticated).not.toHaveBeenCalled();
    expect(openPage).not.toHaveBeenCalled();
  });

  it("passes on how long to wait after too many attempts", async () => {
    serve({ "POST /api/auth/login": () => refusal(429, "too-many-attempts", "Wait 30 seconds.") });
    renderInApp(<SignInForm next="/today" signUpHref="/sign-up" />);
    await fill({ Email: "ada@example.com", Password: "wrong" });
    await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("Wait 30 seconds.");
  });
});

describe("where nobody may sign up", () => {
  it("no way there is shown", () => {
    serve({});
    renderInApp(<SignInForm next="/today" signUpHref={undefined} />);
    expect(screen.queryByRole("link")).toBeNull();
  });

  it("the page says who makes accounts, and leads back", () => {
    serve({});
    renderInApp(<SignUpClosed t={ENGLISH.t} signInHref="/sign-in?next=%2Finbox" />);
    expect(screen.getByRole("heading", { name: "No new accounts here" })).toBeVisible();
    expect(screen.getByRole("link", { name: "Sign in" })).toHaveAttribute("href", "/sign-in?next=%2Finbox");
  });
});

describe("DeleteAccount", () => {
  async function ask(answer: () => unknown): Promise<ReturnType<typeof serve>> {
    const log = serve({ "POST /api/auth/delete": answer });
    renderInApp(<DeleteAccount />);
    await userEvent.click(screen.getByRole("button", { name: "Delete account" }));
    expect(screen.getByRole("dialog")).toHaveTextContent("of ada@example.com is deleted at once");
    await fill({ "Current password": "correct horse" });
    return log;
  }

  it("takes the password, forgets what this browser keeps, and leaves", async () => {
    const log = await ask(() => new Response(null, { status: 204 }));
    expect(log).toEqual([]);
    await userEvent.click(screen.getByRole("button", { name: "Delete for good" }));
    await waitFor(() => expect(openPage).toHaveBeenCalledExactlyOnceWith("/sign-in"));
    expect(asked(log, "POST /api/auth/delete")[0]?.body).toEqual({ password: "correct horse" });
  });

  it("stays when the password is wrong", async () => {
    await ask(() => refusal(403, "wrong-password", "The current password is wrong."));
    await userEvent.click(screen.getByRole("button", { name: "Delete for good" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("That is not your current password.");
    expect(openPage).not.toHaveBeenCalled();
  });

  it("does nothing when it is called off", async () => {
    const log = await ask(() => new Response(null, { status: 204 }));
    await userEvent.click(screen.getByRole("button", { name: "Cancel" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(log).toEqual([]);
  });
});

describe("SignUpForm", () => {
  it("sends the browser's time zone and the app's language, and the name only when there is one", async () => {
    const log = serve({ "POST /api/auth/register": () => SIGNED_IN });
    renderInApp(<SignUpForm next="/today" signInHref="/sign-in" />);
    await fill({ Email: "ada@example.com", Password: "correct horse" });
    await userEvent.click(screen.getByRole("button", { name: "Create account" }));
    await waitFor(() => expect(openPage).toHaveBeenCalledWith("/today"));
    expect(log[0]?.body).toEqual({
      email: "ada@example.com",
      password: "correct horse",
      time_zone: "Pacific/Auckland",
      language: "en",
    });
  });

  it("puts the server's objection beside its field", async () => {
    const problem = {
      type: "urn:todo:problem:invalid-input",
      title: "Invalid",
      status: 422,
      detail: "email: not an address",
      errors: [{ location: ["body", "email"], message: "not an address", code: "value_error" }],
    };
    serve({ "POST /api/auth/register": () => Response.json(problem, { status: 422 }) });
    renderInApp(<SignUpForm next="/today" signInHref="/sign-in" />);
    await fill({ Email: "ada@example", Password: "correct horse" });
    await userEvent.click(screen.getByRole("button", { name: "Create account" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("not an address");
    expect(screen.getByLabelText("Email")).toHaveAccessibleDescription("not an address");
    expect(screen.getByLabelText("Email")).toBeInvalid();
  });

  it("says that an address is taken", async () => {
    serve({ "POST /api/auth/register": () => refusal(409, "email-taken", "Taken.") });
    renderInApp(<SignUpForm next="/today" signInHref="/sign-in" />);
    await fill({ Email: "ada@example.com", Password: "correct horse" });
    await userEvent.click(screen.getByRole("button", { name: "Create account" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("There is an account with this address already.");
  });
});

describe("SessionExpiredDialog", () => {
  it("signs the same person in again", async () => {
    const log = serve({ "POST /api/auth/login": () => SIGNED_IN });
    const onSignedIn = vi.fn();
    renderInApp(<SessionExpiredDialog onSignedIn={onSignedIn} />);
    await fill({ Password: "secret" });
    await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce());
    expect(log[0]?.body).toEqual({ email: "ada@example.com", password: "secret" });
  });

  it("stays until then", async () => {
    serve({});
    const onSignedIn = vi.fn();
    renderInApp(<SessionExpiredDialog onSignedIn={onSignedIn} />);
    await userEvent.keyboard("{Escape}");
    expect(screen.getByRole("dialog")).toBeVisible();
    expect(onSignedIn).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole("button", { name: "Sign in as someone else" }));
    expect(openPage).toHaveBeenCalledWith("/sign-in");
  });
});

describe("PasswordForm", () => {
  it("says when the current password is wrong", async () => {
    serve({ "POST /api/auth/password": () => refusal(403, "wrong-password", "The current password is wrong.") });
    renderInApp(<PasswordForm />);
    await fill({ "Current password": "wrong", "New password": "correct horse" });
    await userEvent.click(screen.getByRole("button", { name: "Change password" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("That is not your current password.");
  });

  it("empties itself when it is done", async () => {
    const log = serve({ "POST /api/auth/password": () => new Response(null, { status: 204 }) });
    renderInApp(<PasswordForm />);
    await fill({ "Current password": "battery staple", "New password": "correct horse" });
    await userEvent.click(screen.getByRole("button", { name: "Change password" }));
    await waitFor(() => expect(screen.getByLabelText("Current password")).toHaveValue(""));
    expect(asked(log, "POST /api/auth/password")[0]?.body).toEqual({
      current_password: "battery staple",
      new_password: "correct horse",
    });
  });
});

describe("signOut", () => {
  it("leaves even when the session had ended by itself", async () => {
    serve({ "POST /api/auth/logout": () => refusal(401, "unauthenticated", "Sign in first.") });
    await signOut();
    expect(openPage).toHaveBeenCalledWith("/sign-in");
  });

  it("stays when the server could not be told", async () => {
    serve({ "POST /api/auth/logout": () => refusal(503, "database-unavailable", "Away.") });
    await expect(signOut()).rejects.toMatchObject({ status: 503 });
    expect(openPage).not.toHaveBeenCalled();
  });
});

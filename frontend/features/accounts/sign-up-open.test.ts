import { describe, expect, it, vi } from "vitest";
import { asked, refusal, serve } from "@/tests/api";
import { isSignUpOpen } from "./sign-up-open";

vi.mock("next/headers", () => ({ cookies: () => Promise.resolve({ get: () => undefined }) }));

const REQUEST = "GET /api/auth/sign-up";

describe("isSignUpOpen", () => {
  it.each([true, false])("is what the server says: %s", async (open) => {
    const log = serve({ [REQUEST]: () => ({ open }) });
    expect(await isSignUpOpen()).toBe(open);
    expect(asked(log, REQUEST)).toHaveLength(1);
  });

  it("leaves a server that is down to the form", async () => {
    serve({ [REQUEST]: () => refusal(503, "database-unavailable", "The database does not answer.") });
    expect(await isSignUpOpen()).toBe(true);
    serve({});
    expect(await isSignUpOpen()).toBe(true);
  });
});

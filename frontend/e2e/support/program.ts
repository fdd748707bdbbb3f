// A program that asks a person for access, as one that connects over OAuth does.
import { createHash } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect } from "./test";

const BACK = "https://program.example/back";

/** Introduces a program to the server, and gives the address on which it sends a person to be asked. */
export async function programAsking(page: Page, name: string): Promise<string> {
  // Where the answer goes lies outside; what is asked for there does not matter.
  await page.route(`${BACK}**`, (route) => route.fulfill({ contentType: "text/plain", body: "back" }));
  const data = { client_name: name, redirect_uris: [BACK], token_endpoint_auth_method: "none" };
  const answer = await page.request.post("/api/oauth/register", { data });
  expect(answer.status()).toBe(201);
  const { client_id } = (await answer.json()) as { client_id: string };
  const query = new URLSearchParams({
    response_type: "code",
    client_id,
    redirect_uri: BACK,
    code_challenge: createHash("sha256").update(VERIFIER).digest("base64url"),
    code_challenge_method: "S256",
    scope: "read write",
  });
  return `/api/oauth/authorize?${query}`;
}

/** What the program does with the answer that the browser was sent back with; it is connected from then on. */
export async function programIsLetIn(page: Page, asking: string): Promise<void> {
  await expect(page).toHaveURL(/program\.example\/back\?/);
  const code = new URL(page.url()).searchParams.get("code") ?? "";
  const client_id = new URLSearchParams(asking.split("?")[1]).get("client_id") ?? "";
  const form = { grant_type: "authorization_code", code, redirect_uri: BACK, client_id, code_verifier: VERIFIER };
  expect((await page.request.post("/api/oauth/token", { form })).status()).toBe(200);
}

const VERIFIER = "v".repeat(64);

// The pages' Content-Security-Policy, kept by every page and strict; nothing is ever asked of anyone else.
import type { Page } from "@playwright/test";
import { quickAddInput, say } from "./support/app";
import { fillWithSample } from "./support/sample";
import { pagesOf } from "./support/pages";
import { expect, live, ready, test } from "./support/test";

/** What the page did against its policy, and whom else it asked. */
function watch(page: Page, origin: string): { offences: string[]; foreign: string[] } {
  const seen = { offences: [] as string[], foreign: [] as string[] };
  page.on("console", (message) => {
    if (/content security policy/i.test(message.text())) seen.offences.push(message.text());
  });
  page.on("request", (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (asked !== origin && !["data:", "blob:"].includes(protocol)) seen.foreign.push(request.url());
  });
  return seen;
}

test("every page keeps to the policy and asks nobody else", async ({ page, account, baseURL }) => {
  test.setTimeout(180_000);
  expect(account.email).toContain("@");
  const seen = watch(page, new URL(baseURL ?? "").origin);
  const project = await fillWithSample(page);
  for (const path of await pagesOf(page, project)) {
    await page.goto(path);
    await ready(page);
    await live(page);
  }
  await page.goto("/today");
  await ready(page);
  await say(page, "what is due tomorrow?");
  // Out of the composer: what is typed next is for the page.
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("q");
  await quickAddInput(page).fill("Pay rent tomorrow at 5pm p1");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^Account of/ }).click();
  await page.keyboard.press("Escape");
  await page.context().clearCookies();
  for (const path of ["/sign-in", "/sign-up", "/nowhere"]) await page.goto(path, { waitUntil: "networkidle" });
  expect(seen).toEqual({ offences: [], foreign: [] });
});

test("the policy lets neither scripts nor styles stand in a page", async ({ page, account }) => {
  expect(account.email).toContain("@");
  for (const path of ["/today", "/sign-in", "/nowhere"]) {
    const answer = await page.request.get(path);
    const policy = answer.headers()["content-security-policy"] ?? "";
    expect(policy, path).not.toContain("unsafe");
    expect(policy, path).toContain("default-src 'none'");
    expect(policy, path).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic'/);
    expect(await answer.text(), path).not.toMatch(/<[^>]+ style="/);
  }
});

// The browser logs what it refuses as an error, which tests otherwise do not bear.
const refusing = test.extend({ watchful: undefined });

refusing("what slips into a page neither runs nor changes its looks", async ({ page }) => {
  await page.goto("/sign-in");
  const ran = await page.evaluate(async () => {
    const holder = document.createElement("div");
    holder.innerHTML = '<img src="data:image/png,x" onerror="window.slippedIn = true"><p style="color: red">x</p>';
    const image = holder.querySelector("img");
    const failed = new Promise((resolve) => image?.addEventListener("error", resolve));
    document.body.append(holder);
    await failed;
    const color = getComputedStyle(holder.querySelector("p") ?? document.body).color;
    return { ran: "slippedIn" in window, red: color === "rgb(255, 0, 0)" };
  });
  expect(ran).toEqual({ ran: false, red: false });
});

// Every page there is for somebody who is signed in, so that what holds for all of them is tried on all of them.
import type { Page } from "@playwright/test";
import { expect } from "./test";

export const NOW_AND_THEN = ["/completed", "/activity", "/trash", "/archive", "/search?q=paint"];

/** What is planned, and a page of each kind of list. Makes the label and the filter that are shown. */
export async function ownPagesOf(page: Page, project: string): Promise<string[]> {
  const label = await make(page, "/api/labels", { name: "errand", color: "teal" });
  const filter = await make(page, "/api/filters", { name: "Urgent", query: "p1", color: "orange" });
  return ["/today", "/upcoming", "/inbox", `/projects/${project}`, `/labels/${label}`, `/filters/${filter}`, "/assistant"];
}

export async function pagesOf(page: Page, project: string): Promise<string[]> {
  return [...(await ownPagesOf(page, project)), ...NOW_AND_THEN, "/settings"];
}

export async function make(page: Page, path: string, data: Record<string, string>): Promise<string> {
  const response = await page.request.post(path, { data });
  expect(response.status()).toBe(201);
  return ((await response.json()) as { id: string }).id;
}

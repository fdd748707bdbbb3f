// A model that answers the assistant's questions, or fails to: what the server would say of it.
import type { Page } from "@playwright/test";

const CONVERSATION = "01a20000-0000-7000-8000-000000000001";

/** From now on a model of that name answers; with a notice, the built-in assistant does in its stead. */
export async function answeredBy(page: Page, model: string, notice?: string): Promise<void> {
  const usage = { tokens_today: 1234, token_limit: 50_000, seconds_today: 3, second_limit: null };
  await page.route("**/api/assistant", (route) => route.fulfill({ json: { model, tools: "native", usage, suggestions: [] } }));
  const events: [string, object][] = [
    ["conversation", { id: CONVERSATION, title: "Overdue" }],
    ...(notice === undefined ? [] : [["notice", { kind: notice, detail: "In the server's words." }] as [string, object]]),
    ["text", { delta: "Two tasks are overdue." }],
    ["done", { message_id: CONVERSATION, model: notice === undefined ? model : "built-in", usage: { input_tokens: 300, output_tokens: 21 } }],
  ];
  const body = events.map(([event, data]) => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`).join("");
  await page.route("**/api/chat", (route) => route.fulfill({ contentType: "text/event-stream", body }));
}

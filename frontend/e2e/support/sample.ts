// A believable few weeks of work, for pictures.
import { momentOf } from "../../lib/dates";
import { make } from "./pages";
import { addProject, addTask, dayFromToday, type NewTask, ZONE } from "./test";
import type { Page } from "@playwright/test";

const at = (days: number, time: string): Pick<NewTask, "due_at" | "time_zone"> => ({
  due_at: momentOf(dayFromToday(days), time, ZONE),
  time_zone: ZONE,
});
const on = (days: number): Pick<NewTask, "due_date"> => ({ due_date: dayFromToday(days) });

/** Gives back the id of the project that has the most in it. */
export async function fillWithSample(page: Page): Promise<string> {
  const home = (await addProject(page, "Kitchen renovation", "orange")).id;
  const work = (await addProject(page, "Website relaunch", "indigo")).id;
  const trip = (await addProject(page, "Lisbon in March", "teal")).id;
  const reading = (await addProject(page, "Reading list", "pink")).id;
  const calls = await make(page, "/api/labels", { name: "calls", color: "blue" });
  const shops = await make(page, "/api/labels", { name: "town", color: "amber" });
  await make(page, "/api/filters", { name: "What matters", query: "p1 | p2", color: "red" });
  const tasks: NewTask[] = [
    { title: "Send Jonas the signed offer for the worktop", ...on(-2), priority: 2, project_id: home },
    { title: "Return library books", ...on(-1), label_ids: [shops] },
    { title: "Pay rent", ...on(0), priority: 1 },
    { title: "Stand-up with the design team", ...at(0, "09:30"), project_id: work },
    { title: "Review the new navigation", ...on(0), priority: 2, project_id: work, notes: "Focus on the search field." },
    { title: "Pick up the tile samples", ...at(0, "23:45"), project_id: home, label_ids: [shops] },
    { title: "Call Mum about Sunday", ...at(0, "23:50"), priority: 3, label_ids: [calls] },
    { title: "Order oak for the shelves", ...on(0), project_id: home },
    { title: "Water the plants", ...on(0) },
    { title: "Book the electrician", ...on(1), priority: 1, project_id: home, notes: "Ask for the week of the 7th.", label_ids: [calls] },
    { title: "Dentist", ...at(1, "08:15") },
    { title: "Write the launch announcement", ...on(1), project_id: work, priority: 3 },
    { title: "Choose between matt and satin paint", ...on(2), project_id: home },
    { title: "Compare flights", ...on(3), project_id: trip },
    { title: "Interview with Priya", ...at(3, "14:00"), project_id: work, priority: 2 },
    { title: "Measure the window frames again", ...on(4), project_id: home },
    { title: "Renew passport", ...on(6), project_id: trip, priority: 2 },
    { title: "Send invoices for November", ...on(6), project_id: work },
    { title: "Reserve the flat in Alfama", ...on(12), project_id: trip },
    { title: "Buy a present for Lena", ...on(16), label_ids: [shops] },
    { title: "Find a plumber who can come in January", project_id: home, priority: 3 },
    { title: "Decide where the lamp goes", project_id: home },
    { title: "The Overstory", project_id: reading },
    { title: "Four Thousand Weeks", project_id: reading },
    { title: "Idea: a shared shopping list for the flat" },
    { title: "Learn how to sharpen the kitchen knives" },
    { title: "Ask Tom for the name of his bike shop" },
  ];
  await Promise.all([...tasks.map((task) => addTask(page, task)), completeSome(page, home)]);
  return home;
}

async function completeSome(page: Page, projectId: string): Promise<void> {
  for (const title of ["Get three quotes for the worktop", "Draw the floor plan", "Empty the old cupboards"]) {
    const { id } = await addTask(page, { title, project_id: projectId });
    await page.request.post(`/api/tasks/${id}/complete`);
  }
}

const QUESTIONS = ["What is due today?", "Add Water the ferns tomorrow p2", "What is overdue?", "What did I get done this week?"];

/** A conversation that fills several screens: so many questions, each with its answer. */
export async function fillConversation(page: Page, questions: number): Promise<void> {
  let conversation: string | undefined;
  for (let index = 0; index < questions; index += 1) {
    const message = QUESTIONS[index % QUESTIONS.length];
    const answer = await page.request.post("/api/chat", { data: { message, conversation_id: conversation } });
    if (!answer.ok()) throw new Error(`The assistant does not answer: ${answer.status()} ${await answer.text()}`);
    conversation ??= await latestConversation(page);
  }
}

async function latestConversation(page: Page): Promise<string | undefined> {
  const answer = await page.request.get("/api/conversations?limit=1");
  const { items } = (await answer.json()) as { items: { id: string }[] };
  return items[0]?.id;
}

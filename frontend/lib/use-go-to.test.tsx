import { act, fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { type JSX, useState } from "react";
import { beforeEach, expect, it, onTestFinished, vi } from "vitest";
import { keepFocusSomewhere } from "@/components/ui/focus-heir";
import { useGoTo } from "./use-go-to";

const router = vi.hoisted(() => ({ push: vi.fn<(path: string) => void>() }));

vi.mock("next/navigation", () => ({ useRouter: () => router }));

function Page(): JSX.Element {
  const [title, setTitle] = useState("Phone");
  const goTo = useGoTo();
  return (
    <main>
      <h1 key={title}>{title}</h1>
      {title === "Phone" && <button onClick={() => goTo("/today")}>Delete</button>}
      <button onClick={() => setTitle("Today")}>Arrive</button>
      <input aria-label="Elsewhere" />
    </main>
  );
}

/** The page comes later than its address, and whatever has the focus. */
const arrive = (): boolean => fireEvent.click(screen.getByRole("button", { name: "Arrive" }));

beforeEach(() => {
  router.push.mockImplementation((path) => window.history.replaceState(null, "", path));
  window.history.replaceState(null, "", "/labels/phone");
  render(<Page />);
  onTestFinished(keepFocusSomewhere());
});

it("opens the page and has the focus on its heading, when what was pressed is gone", async () => {
  await userEvent.click(screen.getByRole("button", { name: "Delete" }));
  expect(router.push).toHaveBeenCalledWith("/today");
  expect(screen.getByRole("heading", { name: "Phone" })).not.toHaveFocus();
  arrive();
  expect(await screen.findByRole("heading", { name: "Today" })).toBeVisible();
  await vi.waitFor(() => expect(screen.getByRole("heading", { name: "Today" })).toHaveFocus());
});

it("leaves the focus with somebody who writes", async () => {
  await userEvent.click(screen.getByRole("button", { name: "Delete" }));
  const field = screen.getByRole("textbox", { name: "Elsewhere" });
  field.focus();
  await act(async () => {
    arrive();
    // Observers are told right after.
    await Promise.resolve();
  });
  const heading = await screen.findByRole("heading", { name: "Today" });
  expect(field).toHaveFocus();
  expect(heading).not.toHaveFocus();
});

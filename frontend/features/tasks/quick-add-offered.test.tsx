import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { type JSX, useRef, useState } from "react";
import { expect, it, vi } from "vitest";
import { asked, changed, refusal, serve } from "@/tests/api";
import { aProject } from "@/tests/fixtures";
import { aLabel } from "@/tests/list-fixtures";
import { renderInApp } from "@/tests/render";
import { QuickAddInput } from "./quick-add-input";

const onSubmit = vi.fn();

function Field(): JSX.Element {
  const [value, setValue] = useState("");
  const field = useRef<HTMLInputElement>(null);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(value);
      }}
    >
      <QuickAddInput field={field} value={value} spans={[]} describedBy="x" onChange={setValue} onReject={vi.fn()} onPasteLines={vi.fn()} />
    </form>
  );
}

function open(answers = {}): ReturnType<typeof serve> {
  onSubmit.mockReset();
  const log = serve({
    "GET /api/labels": () => ({ items: [aLabel({ id: "phone", name: "phone" })] }),
    ...answers,
  });
  renderInApp(<Field />);
  return log;
}

const field = (): HTMLElement => screen.getByRole("textbox", { name: "Task, in your own words" });
const offered = async (): Promise<(string | null)[]> => {
  const list = within(await screen.findByRole("listbox", { name: "What could follow" }));
  return list.getAllByRole("option").map(({ textContent }) => textContent);
};

it("takes what is likely meant with Enter, and adds the task with the next", async () => {
  open();
  await userEvent.type(field(), "Pack #hom");
  const option = await screen.findByRole("option", { name: "Home" });
  expect(await offered()).toEqual(["Home"]);
  expect(option).toHaveAttribute("aria-selected", "true");
  expect(field()).toHaveAttribute("aria-activedescendant", option.id);
  await userEvent.keyboard("{Enter}");
  expect(field()).toHaveValue("Pack #Home ");
  expect(onSubmit).not.toHaveBeenCalled();
  expect(screen.queryByRole("listbox")).not.toBeInTheDocument();
  await userEvent.keyboard("p1{Enter}");
  expect(onSubmit).toHaveBeenCalledExactlyOnceWith("Pack #Home p1");
});

it("takes none unless it is chosen where only the sign is there", async () => {
  open();
  await userEvent.type(field(), "Call @");
  expect(await offered()).toEqual(["phone"]);
  expect(field()).not.toHaveAttribute("aria-activedescendant");
  await userEvent.keyboard("{ArrowDown}{Enter}");
  expect(field()).toHaveValue("Call @phone ");
});

it("sends away what is offered with Escape, so that Enter adds what was written", async () => {
  open();
  await userEvent.type(field(), "Call @pho");
  await offered();
  await userEvent.keyboard("{Escape}");
  expect(screen.queryByRole("listbox")).not.toBeInTheDocument();
  await userEvent.keyboard("{Enter}");
  expect(onSubmit).toHaveBeenCalledExactlyOnceWith("Call @pho");
});

it("takes one by a click and goes on behind it", async () => {
  open();
  await userEvent.type(field(), "Call @pho");
  await userEvent.click(await screen.findByRole("option", { name: "phone" }));
  expect(field()).toHaveFocus();
  await userEvent.keyboard("today");
  expect(field()).toHaveValue("Call @phone today");
});

it("makes a project that there is not yet, only when told so", async () => {
  const garden = aProject({ id: "garden", name: "Garden", is_inbox: false });
  const log = open({ "POST /api/projects": () => changed(garden, "g", 201) });
  await userEvent.type(field(), "Dig #Garden");
  await userEvent.click(await screen.findByRole("option", { name: "Create “Garden”" }));
  await waitFor(() => expect(field()).toHaveValue("Dig #Garden "));
  expect(asked(log, "POST /api/projects")[0]?.body).toMatchObject({ name: "Garden" });
  expect(onSubmit).not.toHaveBeenCalled();
});

it("leaves the line as it is when the project is refused", async () => {
  const log = open({ "POST /api/projects": () => refusal(422, "invalid-input", "That is too many projects.") });
  await userEvent.type(field(), "Dig #Garden");
  await userEvent.click(await screen.findByRole("option", { name: "Create “Garden”" }));
  await waitFor(() => expect(asked(log, "POST /api/projects")).toHaveLength(1));
  expect(field()).toHaveValue("Dig #Garden");
  expect((await screen.findAllByText("That is too many projects.")).length).toBeGreaterThan(0);
});

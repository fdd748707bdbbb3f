import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { renderInTexts } from "@/tests/render";
import { PasswordField } from "./password-field";

const field = (): HTMLElement => screen.getByLabelText("Password");
const button = (): HTMLElement => screen.getByRole("button", { name: "Show what is typed" });

it("shows what is typed when it is asked to, and hides it again", async () => {
  renderInTexts(<PasswordField label="Password" name="password" />);
  await userEvent.type(field(), "correct horse");
  expect(field()).toHaveAttribute("type", "password");
  expect(button()).toHaveAttribute("aria-pressed", "false");
  await userEvent.click(button());
  expect(field()).toHaveAttribute("type", "text");
  expect(field()).toHaveValue("correct horse");
  expect(button()).toHaveAttribute("aria-pressed", "true");
  await userEvent.click(button());
  expect(field()).toHaveAttribute("type", "password");
});

it("sends nothing by being pressed, and ties its hint and error to the field", async () => {
  const sent: unknown[] = [];
  renderInTexts(
    <form onSubmit={(event) => sent.push(event)}>
      <PasswordField label="Password" hint="At least 8 characters" />
      <PasswordField label="New one" error="Too short." />
    </form>,
  );
  await userEvent.click(screen.getAllByRole("button")[0] ?? document.body);
  expect(sent).toEqual([]);
  expect(field()).toHaveAccessibleDescription("At least 8 characters");
  expect(screen.getByLabelText("New one")).toBeInvalid();
  expect(screen.getByRole("alert")).toHaveTextContent("Too short.");
});

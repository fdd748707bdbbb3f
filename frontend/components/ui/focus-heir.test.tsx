import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { JSX, ReactNode } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { keepFocusSomewhere } from "./focus-heir";

let end: () => void;

beforeEach(() => (end = keepFocusSomewhere()));
afterEach(() => end());

const Button = ({ name }: { name: string }): JSX.Element => <button type="button">{name}</button>;
const button = (name: string): HTMLElement => screen.getByRole("button", { name });

/** One row for each name, with an icon that removes it behind the name. */
function List({ names }: { names: readonly string[] }): JSX.Element {
  return (
    <main tabIndex={-1}>
      <h1>Things</h1>
      <Button name="Before" />
      <ul>
        {names.map((name) => (
          <li key={name}>
            <Button name={name} />
            <button type="button" className="icon" aria-label={`Copy ${name}`} />
            <button type="button" className="icon" aria-haspopup="menu" aria-label={`Remove ${name}`} />
          </li>
        ))}
      </ul>
      <Button name="Add" />
    </main>
  );
}

/** Shows the first, has the focus on something, shows the second. */
function change(first: ReactNode, focused: string, second: ReactNode): void {
  const { rerender } = render(first);
  button(focused).focus();
  rerender(second);
}

it.each([
  ["the same of the next row", ["a", "b", "c"], "Remove b", ["a", "c"], "Remove c"],
  ["the same of the row before, when the last has gone", ["a", "b", "c"], "Remove c", ["a", "b"], "Remove b"],
  ["the same beyond several that go together", ["a", "b", "c", "d"], "Remove b", ["a", "d"], "Remove d"],
  ["what comes after a list that has become empty", ["a"], "a", [], "Add"],
])("hands the focus to %s", async (_, before, focused, after, heir) => {
  change(<List names={before} />, focused, <List names={after} />);
  expect(document.body).toHaveFocus();
  await waitFor(() => expect(button(heir)).toHaveFocus());
});

it("hands it to what comes before where nothing comes after", async () => {
  const page = (withLast: boolean): JSX.Element => (
    <nav>
      <Button name="Other" />
      <div>{withLast && <Button name="Last" />}</div>
    </nav>
  );
  change(page(true), "Last", page(false));
  await waitFor(() => expect(button("Other")).toHaveFocus());
});

it("hands it to what was put in the place, before what comes after", async () => {
  const row = (asking: boolean): JSX.Element => (
    <main>
      {asking ? <p key="question"><Button name="Cancel" /><Button name="Sure" /></p> : <div key="plain"><Button name="Revoke" /></div>}
      <Button name="After" />
    </main>
  );
  change(row(true), "Cancel", row(false));
  await waitFor(() => expect(button("Revoke")).toHaveFocus());
});

it("gives it back to what was only moved", async () => {
  change(<List names={["a", "b", "c"]} />, "a", <List names={["c", "b", "a"]} />);
  // How React moves rows is its own affair: the browser takes the focus from what is put elsewhere.
  const row = button("a").closest("li") ?? document.body;
  row.parentElement?.prepend(row);
  await waitFor(() => expect(button("a")).toHaveFocus());
});

it("waits for the heading of a page that takes the place of another", async () => {
  const page = (name: string | null): JSX.Element => (
    <main>
      {name === null ? <p>Loading</p> : <div key={name}><h1>{name}</h1><Button name={`Act on ${name}`} /></div>}
    </main>
  );
  const { rerender } = render(page("One"));
  button("Act on One").focus();
  rerender(page(null));
  rerender(page("Two"));
  await waitFor(() => expect(screen.getByRole("heading", { name: "Two" })).toHaveFocus());
});

it("gives it back to what had it once that may be pressed again", async () => {
  const form = (busy: boolean): JSX.Element => (
    <main>
      <button type="button" disabled={busy}>
        Save
      </button>
      <Button name="After" />
    </main>
  );
  const { rerender } = render(form(false));
  button("Save").focus();
  // Chromium takes the focus from what is disabled, jsdom neither does nor lets it be taken.
  button("Save").blur();
  rerender(form(true));
  document.body.append(document.createElement("i"));
  await new Promise(requestAnimationFrame);
  expect(button("After")).not.toHaveFocus();
  rerender(form(false));
  await waitFor(() => expect(button("Save")).toHaveFocus());
});

it("goes on to what is beside, when it may not be pressed any more at all", async () => {
  const page = (done: boolean): JSX.Element => (
    <main>
      <button type="button" disabled={done}>
        New
      </button>
      <Button name="After" />
    </main>
  );
  const { rerender } = render(page(false));
  button("New").focus();
  button("New").blur();
  rerender(page(true));
  document.body.append(document.createElement("i"));
  await waitFor(() => expect(button("After")).toHaveFocus(), { timeout: 3_000 });
});

it("does not wait for what stands there now and can't be pressed", async () => {
  const page = (stopped: boolean): JSX.Element => (
    <main>
      <textarea aria-label="Message" />
      {stopped ? <button key="send" type="button" disabled>Send</button> : <Button key="stop" name="Stop" />}
    </main>
  );
  change(page(false), "Stop", page(true));
  await waitFor(() => expect(screen.getByRole("textbox", { name: "Message" })).toHaveFocus());
});

it("goes back to the page when a layer is gone, to where the focus was or what stands there now", async () => {
  const page = (names: readonly string[], open: boolean): JSX.Element => (
    <>
      <List names={names} />
      {open && (
        <div popover="manual" style={{ display: "block" }}>
          <Button name="Delete" />
        </div>
      )}
    </>
  );
  const { rerender } = render(page(["a", "b"], true));
  button("a").focus();
  button("Delete").focus();
  rerender(page(["b"], true));
  expect(button("Delete")).toHaveFocus();
  rerender(page(["b"], false));
  await waitFor(() => expect(button("b")).toHaveFocus());
});

it("goes back from a message that was dealt with, although there is another, but stays in a dialog", async () => {
  const page = (names: readonly string[], modal: boolean): JSX.Element => (
    <>
      <main>
        <Button name="Row" />
      </main>
      <div popover="manual" style={{ display: "block" }}>
        <div aria-modal={modal ? true : undefined}>{names.map((name) => <Button key={name} name={name} />)}</div>
      </div>
    </>
  );
  const { rerender } = render(page(["Undo", "Undo more"], true));
  button("Row").focus();
  button("Undo").focus();
  rerender(page(["Undo more"], true));
  await waitFor(() => expect(button("Undo more")).toHaveFocus());
  rerender(page(["Undo more", "Undo most"], false));
  rerender(page(["Undo most"], false));
  await waitFor(() => expect(button("Row")).toHaveFocus());
});

it("goes to the page, not to what Tab came by, when a toolbar has done what it was there for", async () => {
  const page = (selected: boolean): JSX.Element => (
    <>
      <List names={["a", "b"]} />
      {selected && <div role="toolbar"><Button name="Priority" /></div>}
    </>
  );
  const { rerender } = render(page(true));
  button("b").focus();
  button("Priority").focus();
  rerender(page(false));
  await waitFor(() => expect(screen.getByRole("heading", { name: "Things" })).toHaveFocus());
});

it("goes to the page when a layer is gone that was opened when nothing had the focus", async () => {
  const { rerender } = render(<><List names={[]} /><div popover="manual" style={{ display: "block" }}><Button name="Fine" /></div></>);
  button("Fine").focus();
  rerender(<List names={[]} />);
  await waitFor(() => expect(screen.getByRole("main")).toHaveFocus());
});

it("does not call back who has left what still stands there", async () => {
  const { rerender } = render(<List names={["a", "b"]} />);
  button("a").focus();
  button("a").blur();
  rerender(<List names={["a"]} />);
  await new Promise(requestAnimationFrame);
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(document.body).toHaveFocus();
});

it("leaves alone who has pressed on nothing, or whom somebody else gives the focus", async () => {
  const { rerender } = render(<List names={["a", "b", "c"]} />);
  button("a").focus();
  await userEvent.pointer({ target: document.body, keys: "[MouseLeft]" });
  rerender(<List names={["b", "c"]} />);
  await new Promise(requestAnimationFrame);
  await vi.waitFor(() => expect(document.body).toHaveFocus());
  button("b").focus();
  rerender(<List names={["c"]} />);
  button("Before").focus();
  await new Promise(requestAnimationFrame);
  expect(button("Before")).toHaveFocus();
});

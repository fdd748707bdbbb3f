import { fireEvent, screen } from "@testing-library/react";
import type { JSX } from "react";
import { beforeEach, expect, it, vi } from "vitest";
import { serve } from "@/tests/api";
import { aTask } from "@/tests/fixtures";
import { renderInApp } from "@/tests/render";
import { useShell } from "./shell-context";
import { closeDialog, useOpenDialog } from "./open-dialog";
import { ShellProvider } from "./shell-provider";

const page = vi.hoisted(() => ({ path: "/today" }));

vi.mock("next/navigation", () => ({ usePathname: () => page.path, useRouter: () => page }));

const drawn = vi.fn();
const task = aTask();

function Frame(): JSX.Element {
  const shell = useShell();
  drawn();
  return (
    <>
      <button onClick={() => shell.openTask(task)}>Open a task</button>
      <button onClick={() => shell.openQuickAdd()}>Add</button>
      <button onClick={shell.openShortcuts}>Keys</button>
    </>
  );
}

function Shown(): JSX.Element {
  const kind = useOpenDialog((dialog) => dialog?.kind ?? "none");
  return (
    <button aria-label="Close" onClick={closeDialog}>
      {kind}
    </button>
  );
}

function press(name: string): void {
  fireEvent.click(screen.getByRole("button", { name }));
}

function shown(): string | null {
  return screen.getByRole("button", { name: "Close" }).textContent;
}

beforeEach(() => {
  page.path = "/today";
  drawn.mockClear();
  serve({});
});

function renderShell(): { again: () => void } {
  const tree = (): JSX.Element => (
    <ShellProvider chatOpen={false}>
      {frame}
      <Shown />
    </ShellProvider>
  );
  const frame = <Frame />;
  const { again } = renderInApp(tree());
  return { again: () => again(tree()) };
}

it("draws nothing but what asks for the dialog when one opens or goes", () => {
  renderShell();
  const before = drawn.mock.calls.length;
  press("Open a task");
  expect(shown()).toBe("task");
  press("Close");
  expect(shown()).toBe("none");
  press("Add");
  expect(shown()).toBe("quick-add");
  expect(drawn.mock.calls.length).toBe(before);
});

it("opens with the keys that act from anywhere", () => {
  renderShell();
  fireEvent.keyDown(document.body, { key: "q" });
  expect(shown()).toBe("quick-add");
});

it("leaves a dialog behind with the page that it was opened on", () => {
  const { again } = renderShell();
  press("Keys");
  expect(shown()).toBe("shortcuts");
  page.path = "/inbox";
  again();
  expect(shown()).toBe("none");
  page.path = "/today";
  again();
  expect(shown()).toBe("none");
});

import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { type JSX, useEffect, useState } from "react";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { renderInTexts as render } from "@/tests/render";
import { Dialog } from "./dialog";
import { NativeSelectField, TextField } from "./field";
import { LoadError } from "./load-error";
import { Select } from "./select";
import { ToastList, ToastProvider, type ToastMessage, useToasts } from "./toasts";

afterEach(() => {
  vi.useRealTimers();
});

describe("Dialog", () => {
  function Page(): JSX.Element {
    const [open, setOpen] = useState(false);
    return (
      <>
        <button type="button" onClick={() => setOpen(true)}>
          Open
        </button>
        {open && (
          <Dialog onClose={() => setOpen(false)} title="Rename">
            <input aria-label="Name" />
          </Dialog>
        )}
      </>
    );
  }

  it("is named, takes the focus and gives it back", async () => {
    render(<Page />);
    await userEvent.click(screen.getByRole("button", { name: "Open" }));
    expect(screen.getByRole("dialog", { name: "Rename" })).toContainElement(document.activeElement as HTMLElement);
    await userEvent.keyboard("{Escape}");
    expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
    await vi.waitFor(() => expect(screen.getByRole("button", { name: "Open" })).toHaveFocus());
  });

  it("closes with its button", async () => {
    render(<Page />);
    await userEvent.click(screen.getByRole("button", { name: "Open" }));
    await userEvent.click(screen.getByRole("button", { name: "Close" }));
    expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
  });
});

describe("fields", () => {
  it("tie label, hint and error to the input", () => {
    const { rerender } = render(<TextField label="Email" hint="Yours" />);
    expect(screen.getByLabelText("Email")).toHaveAccessibleDescription("Yours");
    expect(screen.getByLabelText("Email")).toBeValid();
    rerender(<TextField label="Email" hint="Yours" error="Not an address" />);
    expect(screen.getByLabelText("Email")).toHaveAccessibleDescription("Not an address");
    expect(screen.getByLabelText("Email")).toBeInvalid();
    expect(screen.getByRole("alert")).toHaveTextContent("Not an address");
  });

  it("choose from the browser's list", async () => {
    render(
      <NativeSelectField label="Zone" defaultValue="UTC">
        <option>UTC</option>
        <option>Asia/Tokyo</option>
      </NativeSelectField>,
    );
    await userEvent.selectOptions(screen.getByLabelText("Zone"), "Asia/Tokyo");
    expect(screen.getByLabelText("Zone")).toHaveValue("Asia/Tokyo");
  });
});

describe("Select", () => {
  it("is used with the keyboard alone", async () => {
    const onChange = vi.fn();
    const options = [
      { value: "1", label: "Priority 1" },
      { value: "2", label: "Priority 2" },
    ];
    render(
      <>
        <label htmlFor="s">Priority</label>
        <Select id="s" value="1" options={options} onChange={onChange} />
      </>,
    );
    screen.getByRole("combobox", { name: "Priority" }).focus();
    await userEvent.keyboard("{Enter}{ArrowDown}{Enter}");
    expect(onChange).toHaveBeenCalledExactlyOnceWith("2");
  });
});

describe("toasts", () => {
  function Page({ messages }: { messages: ToastMessage[] }): JSX.Element {
    const toasts = useToasts();
    return (
      <button type="button" onClick={() => messages.forEach(toasts.show)}>
        Show
      </button>
    );
  }

  beforeAll(async () => {
    ToastList.preload();
    await vi.dynamicImportSettled();
  });

  function show(...messages: ToastMessage[]): Promise<void> {
    render(
      <ToastProvider>
        <Page messages={messages} />
      </ToastProvider>,
    );
    return userEvent.click(screen.getByRole("button", { name: "Show" }));
  }

  it("offer one thing to do, and go when it is done", async () => {
    const onAct = vi.fn();
    await show({ title: "Completed", action: { label: "Undo", onAct } });
    await userEvent.click(screen.getByRole("button", { name: "Undo" }));
    expect(onAct).toHaveBeenCalledOnce();
    expect(screen.queryByRole("button", { name: "Undo" })).not.toBeInTheDocument();
  });

  it("wait while the pointer or the focus is on them, and F8 leads to the newest", async () => {
    await show({ title: "One" }, { title: "Two", action: { label: "Undo", onAct: vi.fn() } });
    await userEvent.keyboard("{F8}");
    expect(screen.getByRole("button", { name: "Undo" })).toHaveFocus();
    vi.useFakeTimers();
    act(() => {
      screen.getAllByRole("button", { name: "Dismiss" })[1]?.focus();
      vi.advanceTimersByTime(20_000);
    });
    expect(screen.getByText("Two")).toBeInTheDocument();
  });

  it("are dismissed one by one", async () => {
    await show({ title: "One" }, { title: "Two" });
    await userEvent.click(screen.getAllByRole("button", { name: "Dismiss" })[0] ?? document.body);
    expect(screen.getAllByRole("button", { name: "Dismiss" })).toHaveLength(1);
  });

  it("stand in the order in which things were done, also when they are told in another", async () => {
    const acted: string[] = [];
    const message = (title: string, moment?: string): ToastMessage => ({
      title,
      action: { label: `Undo ${title}`, onAct: () => acted.push(title) },
      ...(moment === undefined ? {} : { moment }),
    });
    await show(message("second", "01b"), message("no moment"), message("first", "01a"));
    const offered = screen.getAllByRole("button", { name: /Undo/ }).map((button) => button.textContent);
    expect(offered).toEqual(["Undo first", "Undo second", "Undo no moment"]);
  });

  it("never fill the screen", async () => {
    await show(...["1", "2", "3", "4", "5"].map((title) => ({ title })));
    expect(screen.getAllByRole("button", { name: "Dismiss" })).toHaveLength(3);
  });

  it("stay where they are to be dealt with, and a key for the newest deed passes them over", () => {
    const [undo, open] = [vi.fn(), vi.fn()];
    const ActOnNewest = (): JSX.Element => {
      const { show: tell, actOnNewest } = useToasts();
      useEffect(() => {
        tell({ title: "Completed", action: { label: "Undo", onAct: undo } });
        tell({ title: "Reminder", action: { label: "Open", onAct: open }, stays: true });
      }, [tell]);
      return <button type="button" onClick={actOnNewest}>Act</button>;
    };
    vi.useFakeTimers();
    render(<ToastProvider><ActOnNewest /></ToastProvider>);
    act(() => screen.getByRole("button", { name: "Act" }).click());
    expect([undo.mock.calls.length, open.mock.calls.length]).toEqual([1, 0]);
    act(() => void vi.advanceTimersByTime(60_000));
    act(() => screen.getByRole("button", { name: "Act" }).click());
    expect([undo.mock.calls.length, open.mock.calls.length]).toEqual([1, 0]);
    expect(screen.getByText("Reminder")).toBeInTheDocument();
  });

  it("go by themselves", async () => {
    await show({ title: "Saved" });
    expect(screen.getAllByText("Saved").length).toBeGreaterThan(0);
    vi.useFakeTimers();
    // Shown anew, so that its time runs by the clock of this test.
    screen.getByRole("button", { name: "Dismiss" }).click();
    act(() => {
      screen.getByRole("button", { name: "Show" }).click();
    });
    act(() => {
      vi.advanceTimersByTime(7_100);
    });
    expect(screen.queryByRole("button", { name: "Dismiss" })).not.toBeInTheDocument();
  });
});

it("LoadError says what failed and asks again", async () => {
  const onRetry = vi.fn();
  render(<LoadError title="No tasks" error={new Error("secret detail")} onRetry={onRetry} />);
  expect(screen.getByRole("alert")).toHaveTextContent("No tasks");
  expect(screen.getByRole("alert")).not.toHaveTextContent("secret");
  await userEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(onRetry).toHaveBeenCalledOnce();
});

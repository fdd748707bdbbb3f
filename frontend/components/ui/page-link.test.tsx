import { createEvent, fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { PageLink } from "./page-link";

const router = vi.hoisted(() => ({ push: vi.fn(), prefetch: vi.fn() }));

vi.mock("next/navigation", () => ({ useRouter: () => router }));

beforeEach(() => {
  router.push.mockReset();
  router.prefetch.mockReset();
  render(<PageLink href="/inbox">Inbox</PageLink>);
});

const link = (): HTMLElement => screen.getByRole("link", { name: "Inbox" });

/** Whether the browser was kept from following the link by itself. */
function followed(init: MouseEventInit): boolean {
  const click = createEvent.click(link(), init);
  // Stands last, so that the page under test is not left.
  window.addEventListener("click", (event) => event.preventDefault(), { once: true });
  let prevented = false;
  document.addEventListener("click", (event) => (prevented = event.defaultPrevented), { once: true });
  fireEvent(link(), click);
  return prevented;
}

describe("PageLink", () => {
  it("opens the page without leaving the app", async () => {
    await userEvent.click(link());
    expect(router.push).toHaveBeenCalledExactlyOnceWith("/inbox");
  });

  it.each([{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { altKey: true }, { button: 1 }])(
    "leaves %j to the browser",
    (init) => {
      expect(followed(init)).toBe(false);
      expect(router.push).not.toHaveBeenCalled();
    },
  );

  it("fetches the page when it is about to be followed, not before", async () => {
    expect(router.prefetch).not.toHaveBeenCalled();
    await userEvent.tab();
    expect(router.prefetch).toHaveBeenCalledExactlyOnceWith("/inbox");
    fireEvent.touchStart(link());
    expect(router.prefetch).toHaveBeenCalledTimes(2);
  });
});

import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { renderInTexts } from "@/tests/render";
import { LateNotFound, LatePageError } from "./late-notices";

vi.mock("next/navigation", () => ({ useRouter: () => ({ push: vi.fn(), prefetch: vi.fn() }) }));

describe("what stands in place of a page", () => {
  it("says that the page failed, and tries again", async () => {
    const retry = vi.fn();
    renderInTexts(<LatePageError onRetry={retry} />);
    expect(await screen.findByRole("alert")).toHaveTextContent("This page could not be loaded");
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(retry).toHaveBeenCalledOnce();
  });

  it("says that there is nothing, and leads home", async () => {
    renderInTexts(<LateNotFound />);
    expect(await screen.findByRole("heading", { level: 1 })).toBeInTheDocument();
    expect(screen.getByRole("link")).toHaveAttribute("href", "/today");
  });
});

import { act, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { renderInTexts } from "@/tests/render";
import { OfflineBanner } from "./offline-banner";
import { changeStatus, type OfflineStatus, offlineStatus } from "./status";

beforeEach(() => changeStatus({ online: true, waiting: 0, sending: false, refused: [] }));

describe("OfflineBanner", () => {
  it.each<[Partial<OfflineStatus>, string]>([
    [{}, ""],
    [{ sending: true }, ""],
    [{ online: false }, "You are offline."],
    [{ online: false, waiting: 1 }, "You are offline. 1 change waits to be sent."],
    [{ online: false, waiting: 12 }, "You are offline. 12 changes wait to be sent."],
    [{ waiting: 1 }, "1 change waits to be sent."],
    [{ waiting: 2, sending: true }, "Sending 2 changes…"],
    [{ refused: [{ title: "Pay rent", reason: "It was changed since." }] }, ""],
  ])("%j: “%s”", (change, words) => {
    changeStatus(change);
    renderInTexts(<OfflineBanner />);
    expect(screen.getByRole("status").textContent.trim()).toBe(words);
  });

  it("follows what happens, and is heard because it was there before", () => {
    renderInTexts(<OfflineBanner />);
    const place = screen.getByRole("status");
    act(() => changeStatus({ online: false }));
    expect(place).toHaveTextContent("You are offline.");
    act(() => changeStatus({ online: true, waiting: 1, sending: true }));
    expect(place).toHaveTextContent("Sending 1 change…");
    act(() => changeStatus({ waiting: 0, sending: false }));
    expect(place).toBeEmptyDOMElement();
  });

  it("lists what could not be kept until it is sent away", async () => {
    const refused = [
      { title: "Pay rent", reason: "It was changed since." },
      { title: "Pay rent", reason: "It was changed since." },
      { title: "<b>Call</b>", reason: "There is none." },
    ];
    changeStatus({ refused, waiting: 1 });
    renderInTexts(<OfflineBanner />);
    const section = within(screen.getByRole("region", { name: "Changes made offline that could not be kept" }));
    expect(section.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual([
      "Pay rent It was changed since.",
      "Pay rent It was changed since.",
      "<b>Call</b> There is none.",
    ]);
    await userEvent.click(section.getByRole("button", { name: "Dismiss" }));
    expect(screen.queryByRole("region")).not.toBeInTheDocument();
    expect(offlineStatus()).toMatchObject({ refused: [], waiting: 1 });
  });
});

import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { asked, refusal, serve } from "@/tests/api";
import { aUser } from "@/tests/fixtures";
import { renderInApp } from "@/tests/render";
import { SettingsPage } from "./settings-page";

vi.mock("next/navigation", () => ({ usePathname: () => "/settings", useRouter: () => ({ push: vi.fn() }) }));

const ZONES = ["UTC", "America/New_York", "Asia/Tokyo"];

describe("SettingsPage", () => {
  it("offers the person's own zone also when the list has it not", () => {
    serve({});
    renderInApp(<SettingsPage theme="system" language="browser" zones={ZONES} />);
    expect(screen.getByLabelText("Time zone")).toHaveValue("Europe/Berlin");
    expect(screen.getByText("You are signed in as ada@example.com.")).toBeVisible();
  });

  it("has all parts from the beginning, so that none pushes another away", () => {
    serve({});
    renderInApp(<SettingsPage theme="system" language="browser" zones={ZONES} />);
    expect(screen.getByRole("link", { name: "Everything (JSON)" })).toBeVisible();
  });

  it("saves name, zone and how dates are written", async () => {
    const log = serve({ "PATCH /api/auth/me": ({ body }) => aUser(body as object) });
    renderInApp(<SettingsPage theme="system" language="browser" zones={ZONES} />);
    await userEvent.clear(screen.getByLabelText("Name"));
    await userEvent.type(screen.getByLabelText("Name"), " Grace ");
    await userEvent.selectOptions(screen.getByLabelText("Time zone"), "America/New York");
    await userEvent.selectOptions(screen.getByLabelText("Dates in tasks are written in"), "Español");
    await userEvent.selectOptions(screen.getByLabelText("3/4 in a task means"), "March 4");
    await userEvent.selectOptions(screen.getByLabelText("Clock"), "5:00 PM");
    await userEvent.selectOptions(screen.getByLabelText("Week begins on"), "Saturday");
    await userEvent.click(screen.getByRole("button", { name: "Save" }));
    expect((await screen.findAllByText("Profile saved")).length).toBeGreaterThan(0);
    expect(asked(log, "PATCH /api/auth/me")[0]?.body).toEqual({
      name: "Grace",
      time_zone: "America/New_York",
      language: "es",
      date_order: "month_first",
      hour_cycle: "h12",
      week_start: "saturday",
    });
  });

  it("says what was wrong", async () => {
    serve({ "PATCH /api/auth/me": () => refusal(422, "invalid-input", "name: too long") });
    renderInApp(<SettingsPage theme="system" language="browser" zones={ZONES} />);
    await userEvent.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(screen.getByRole("alert")).toHaveTextContent("name: too long"));
  });
});

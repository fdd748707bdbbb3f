import { describe, expect, it } from "vitest";
import { ENGLISH, GERMAN, SPANISH } from "@/tests/texts";
import { projectName } from "./project-name";

describe("projectName", () => {
  it("says the Inbox in the language of the app, whatever it is called on the server", () => {
    const inbox = { name: "Inbox", is_inbox: true };
    expect([ENGLISH, GERMAN, SPANISH].map(({ t }) => projectName(inbox, t))).toEqual(["Inbox", "Eingang", "Bandeja de entrada"]);
  });

  it("leaves every other name as it was given, one like that of the Inbox too", () => {
    expect(projectName({ name: "Küche", is_inbox: false }, SPANISH.t)).toBe("Küche");
    expect(projectName({ name: "Inbox", is_inbox: false }, GERMAN.t)).toBe("Inbox");
  });
});

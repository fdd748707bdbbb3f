import { expect, it } from "vitest";
import { rebase } from "./rebase";

it("takes over what was not touched and leaves what was", () => {
  const before = { title: "Pay rent", notes: "", labels: ["home"] };
  const draft = { ...before, title: "Pay the rent" };
  const after = { title: "Pay RENT", notes: "by Friday", labels: ["home", "money"] };
  expect(rebase(draft, before, after)).toEqual({ title: "Pay the rent", notes: "by Friday", labels: ["home", "money"] });
});

it("changes nothing when nothing changed elsewhere", () => {
  const before = { title: "Pay rent", notes: "" };
  expect(rebase({ title: "x", notes: "" }, before, before)).toEqual({ title: "x", notes: "" });
});

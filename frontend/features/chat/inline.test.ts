import { describe, expect, it } from "vitest";
import { toInline } from "./inline";

describe("toInline", () => {
  it("reads bold, slanted and code", () => {
    expect(toInline("Do **this** *now* with `git push`.")).toEqual([
      { kind: "text", text: "Do " },
      { kind: "strong", text: "this" },
      { kind: "text", text: " " },
      { kind: "emphasis", text: "now" },
      { kind: "text", text: " with " },
      { kind: "code", text: "git push" },
      { kind: "text", text: "." },
    ]);
  });

  it("says where a link leads when its words don't", () => {
    expect(toInline("[your bank](https://evil.example/x)")).toEqual([
      { kind: "link", text: "your bank", href: "https://evil.example/x", where: "evil.example" },
    ]);
    expect(toInline("[bank.example](https://evil.example/x)")).toMatchObject([{ where: "evil.example" }]);
    expect(toInline("See https://bank.example/a?b=1.")).toEqual([
      { kind: "text", text: "See " },
      { kind: "link", text: "https://bank.example/a?b=1", href: "https://bank.example/a?b=1", where: "" },
      { kind: "text", text: "." },
    ]);
  });

  it("leads to pages of this app, and to nothing that runs", () => {
    expect(toInline("[Pay rent](/tasks/1)")).toMatchObject([{ kind: "link", href: "/tasks/1", where: "" }]);
    for (const target of ["javascript:alert(1)", "data:text/html,x", "//evil.example", "file:///etc/passwd", "JaVaScRiPt:x"]) {
      const parts = toInline(`[click](${target})`);
      expect(parts.every(({ kind }) => kind === "text")).toBe(true);
      expect(parts.map(({ text }) => text).join("")).toBe(`[click](${target})`);
    }
  });

  it("shows no picture, only what it is of", () => {
    expect(toInline("![a cat](https://evil.example/cat.png)")).toEqual([{ kind: "text", text: "a cat" }]);
  });

  it("loses nothing of a line that has no markup", () => {
    for (const line of ["2*3*4 = 24", "a ** b", "snake_case *", "[x] done", "<b>bold</b>", ""]) {
      expect(toInline(line).map(({ text }) => text).join("")).toBe(line);
      expect(toInline(line).every(({ kind }) => kind === "text")).toBe(true);
    }
  });
});

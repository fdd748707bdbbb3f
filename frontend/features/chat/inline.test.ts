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

  it.each([
    ["[bank.com](https://bank.co)", "bank.co"],
    ["[bank.co.example](https://bank.co/login)", "bank.co"],
    ["[bank.co:8443](https://bank.co)", "bank.co"],
    ["[bank.co@elsewhere](https://bank.co)", "bank.co"],
    ["[https://bank.example](http://bank.example:81/)", "bank.example:81"],
    ["https://bank.example@evil.example/x", "evil.example"],
    ["[bank.co](https://bank.co/login)", ""],
    ["[bank.co/login](https://bank.co/login)", ""],
    ["[https://bank.co?a=b](https://bank.co/?a=b)", ""],
    ["[http://bank.co#top](https://bank.co/)", ""],
  ])("%s shows “%s” besides its words", (line, where) => {
    expect(toInline(line)).toMatchObject([{ kind: "link", where }]);
  });

  it.each([
    ["**a** and **b**", ["strong", "text", "strong"]],
    ["**a *b* c**", ["strong"]],
    ["`**a**`", ["code"]],
    ["``", ["text"]],
    ["*a*b", ["text"]],
    ["*é*", ["emphasis"]],
    ["(https://a.example/b)", ["text", "link", "text"]],
    ["<https://a.example>", ["text", "link", "text"]],
    ["https://", ["text"]],
    ["[x](http://)", ["text"]],
    ["[x](/)", ["text"]],
    ["[x](/\\evil.example)", ["text"]],
    ["[](/today)", ["text"]],
  ])("%s: %j", (line, kinds) => {
    expect(toInline(line).map(({ kind }) => kind)).toEqual(kinds);
  });
});

describe("whatever a line is made of", () => {
  const PIECES = ["**", "*", "`", "![", "[a](", "[b](/x", ")", "](", "https://a.example", "javascript:x", "//e.example", " ", "ä"];
  const lines = PIECES.flatMap((first) => PIECES.flatMap((second) => PIECES.map((third) => first + second + third)));

  it("leads nowhere but to pages of the web and of this app", () => {
    const links = lines.flatMap(toInline).filter((part) => part.kind === "link");
    expect(links.length).toBeGreaterThan(0);
    for (const { href } of links) expect(href).toMatch(/^(?:https?:\/\/|\/[^/\\])/);
  });

  it("says nothing that does not stand in it, and never an empty part", () => {
    for (const line of lines) {
      for (const { text } of toInline(line)) {
        expect(text, line).not.toBe("");
        expect(line).toContain(text);
      }
    }
  });

  it("is read alike each time", () => {
    for (const line of lines) expect(toInline(line)).toEqual(toInline(line));
  });
});

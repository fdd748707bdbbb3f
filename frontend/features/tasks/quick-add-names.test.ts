import { describe, expect, it } from "vitest";
import { type KnownNames, namesAt, withName } from "./quick-add-names";

const KNOWN: KnownNames = {
  projects: ["Home", "Home office", "Büro", "Moving house", "R/D"],
  labels: ["phone", "waiting for", "home"],
};

/** At the bar. */
function at(line: string): ReturnType<typeof namesAt> & { text: string } {
  const caret = line.indexOf("|");
  const text = line.replace("|", "");
  return { text, ...namesAt(text, caret, KNOWN) };
}

const offered = (line: string): string[] => at(line).offered.map(({ name }) => name);

describe("what is offered", () => {
  it.each([
    ["Pack #mo|", ["Moving house"]],
    ["Pack #moving h|", ["Moving house"]],
    ["#|", ["Home", "Home office", "Büro", "Moving house", "R/D"]],
    ["Pack #hou|", ["Moving house"]],
    ["Copy #buro|", []],
    ["Copy #bur|", ["Büro"]],
    ["Call @pho|", ["phone"]],
    ["Call @for|", ["waiting for"]],
    ["Pack #home|", ["Home office"]],
    ["Pack #home |", ["Home office"]],
    ["Pack #home tomorrow|", []],
    ["Pack|", []],
    ["mail a@b|", []],
    ["C#ho|", []],
    ["Call @nobody|", []],
  ])("%s", (line, names) => {
    expect(offered(line)).toEqual(names);
  });

  it("is a new project where none is meant, but no new label: those are made anyway", () => {
    expect(at("Dig #Garden|").offered).toEqual([{ kind: "create", name: "Garden" }]);
    expect(at("Dig @Garden|").offered).toEqual([]);
    expect(at("Dig #Garden at noon|").offered).toEqual([]);
    expect(at("Dig #-|").offered).toEqual([]);
  });

  it("is at most six", () => {
    const projects = Array.from({ length: 9 }, (_, index) => `P${String(index)}`);
    expect(namesAt("#p", 2, { projects, labels: [] }).offered).toHaveLength(6);
  });
});

it.each([
  ["Pack #mo|", true],
  ["Pack #|", false],
  ["Pack #home|", false],
  ["Dig #Garden|", false],
])("the first is likely meant in %s: %s", (line, likely) => {
  expect(at(line).likely).toBe(likely);
});

describe("the name in full", () => {
  it.each([
    ["Pack #mo|", "Pack #Moving house ", 19],
    ["Pack #mo| tomorrow", "Pack #Moving house tomorrow", 19],
    ["Pack #mo|ving tomorrow", "Pack #Moving house tomorrow", 19],
    ["@pho| Call", "@phone Call", 7],
    ["Write #r|", 'Write #"R/D" ', 13],
  ])("%s", (line, text, caret) => {
    const found = at(line);
    const [first] = found.offered;
    if (first === undefined) throw new Error("nothing was offered");
    expect(withName(found.text, found, first)).toEqual({ text, caret });
  });
});

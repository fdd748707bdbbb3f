import { expect, it } from "vitest";
import { aProject } from "@/tests/fixtures";
import { siblingsOf } from "./siblings";
import { type ProjectNode, projectTree } from "./tree";

const project = (id: string, parent_id: string | null = null) => aProject({ id, name: id, parent_id, is_inbox: false });
const projects = [aProject(), project("home"), project("garden", "home"), project("pond", "garden"), project("work")];

function drawn(nodes: readonly ProjectNode[]): string {
  return nodes.map(({ project: { id }, below }) => (below.length === 0 ? id : `${id}(${drawn(below)})`)).join(" ");
}

it("puts projects below projects and leaves the Inbox out", () => {
  expect(drawn(projectTree(projects))).toBe("home(garden(pond)) work");
});

it("shows at the top what lies below one that is not there", () => {
  expect(drawn(projectTree([project("lost", "gone"), project("work")]))).toBe("lost work");
});

it("finds neighbours among those with the same parent", () => {
  const work = projects.find(({ id }) => id === "work");
  if (work === undefined) throw new Error("not there");
  expect(siblingsOf(projects, work).before?.id).toBe("home");
  expect(siblingsOf(projects, work).after).toBeUndefined();
});

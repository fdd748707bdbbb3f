import { describe, expect, it, vi } from "vitest";
import { api, read, written } from "./client";
import { ProblemError } from "./problem";

function answerWith(response: Response): void {
  vi.spyOn(globalThis, "fetch").mockResolvedValue(response);
}

function failWith(error: unknown): void {
  vi.spyOn(globalThis, "fetch").mockRejectedValue(error);
}

describe("read", () => {
  it("gives the data of a success", async () => {
    answerWith(Response.json({ items: [] }));
    expect(await read(api.GET("/api/projects"))).toEqual({ items: [] });
  });

  it("throws what the server said", async () => {
    const problem = { type: "urn:todo:problem:not-found", title: "Not Found", status: 404, detail: "There is none." };
    answerWith(new Response(JSON.stringify(problem), { status: 404 }));
    await expect(read(api.GET("/api/projects"))).rejects.toThrow(new ProblemError(problem));
  });

  it("throws for a page that some proxy put in place of the answer", async () => {
    answerWith(new Response("<html>", { status: 502 }));
    await expect(read(api.GET("/api/projects"))).rejects.toMatchObject({ status: 502, slug: "unexpected" });
  });

  it("says that the server can't be reached", async () => {
    failWith(new TypeError("Failed to fetch"));
    await expect(read(api.GET("/api/projects"))).rejects.toMatchObject({ status: 0, slug: "unreachable" });
  });

  it("leaves an abort what it is", async () => {
    failWith(new DOMException("gone", "AbortError"));
    await expect(read(api.GET("/api/projects"))).rejects.toMatchObject({ name: "AbortError" });
  });
});

describe("written", () => {
  it("gives the change group along", async () => {
    answerWith(new Response(null, { status: 204, headers: { "Change-Group": "g1" } }));
    const params = { path: { task_id: "t1" } };
    expect(await written(api.DELETE("/api/tasks/{task_id}", { params }))).toEqual({ data: undefined, changeGroup: "g1" });
  });

  it("gives null when nothing changed", async () => {
    answerWith(Response.json({ id: "t1" }));
    const params = { path: { task_id: "t1" } };
    const { changeGroup } = await written(api.POST("/api/tasks/{task_id}/complete", { params }));
    expect(changeGroup).toBeNull();
  });
});

import { describe, expect, it } from "vitest";
import { addressOf, createApi } from "./fetch-client";

interface Setup {
  asked: Request[];
  api: ReturnType<typeof createApi>;
}

function client(answer: () => Response): Setup {
  const asked: Request[] = [];
  const fetch = (request: Request): Promise<Response> => {
    asked.push(request);
    return Promise.resolve(answer());
  };
  return { asked, api: createApi({ baseUrl: "http://todo.example", headers: { Cookie: "a=b" }, cache: "no-store", fetch }) };
}

describe("addressOf", () => {
  it("fills in and escapes the parts of a path", () => {
    expect(addressOf("/api/tasks/{task_id}/undo", { path: { task_id: "a/b?" } })).toBe("/api/tasks/a%2Fb%3F/undo");
  });

  it("leaves out what is not given and repeats lists", () => {
    const query = { cursor: undefined, done: false, limit: 0, via: ["web", "api"], none: null };
    expect(addressOf("/api/tasks", { query })).toBe("/api/tasks?done=false&limit=0&via=web&via=api");
  });
});

describe("createApi", () => {
  it("sends method, headers and body, and no body where there is none", async () => {
    const { asked, api } = client(() => Response.json({ id: "t1" }));
    const params = { path: { task_id: "t1" }, header: { "if-match": '"3"' } };
    const { data } = await api.PATCH("/api/tasks/{task_id}", { params, body: { title: "New" } });
    expect(data).toEqual({ id: "t1" });
    const [request] = asked;
    expect([request?.method, request?.url]).toEqual(["PATCH", "http://todo.example/api/tasks/t1"]);
    expect(request?.headers.get("if-match")).toBe('"3"');
    expect(request?.headers.get("content-type")).toBe("application/json");
    expect(await request?.json()).toEqual({ title: "New" });
    await api.GET("/api/projects");
    expect(asked[1]?.headers.get("content-type")).toBeNull();
    expect(asked[1]?.cache).toBe("no-store");
  });

  it("gives nothing for an empty success, and what was said for a refusal", async () => {
    const path = { task_id: "t1" };
    const empty = client(() => new Response(null, { status: 204 })).api;
    expect(await empty.DELETE("/api/tasks/{task_id}", { params: { path } })).toMatchObject({ data: undefined });
    const refused = client(() => Response.json({ type: "x" }, { status: 409 })).api;
    expect(await refused.GET("/api/projects")).toMatchObject({ error: { type: "x" } });
    const proxy = client(() => new Response("<html>", { status: 502 })).api;
    expect(await proxy.GET("/api/projects")).toMatchObject({ error: "<html>" });
  });

  it("does not take a broken success for one", async () => {
    await expect(client(() => new Response("<html>")).api.GET("/api/projects")).rejects.toThrow(SyntaxError);
  });
});

// What stands around a request: the detour, the tab's own changes, calls without types, and what problems say.
import { afterEach, describe, expect, it, vi } from "vitest";
import { CATALOGUES, ENGLISH } from "@/tests/texts";
import { createTexts } from "@/lib/texts/translate";
import { sendThrough, setDetour } from "./detour";
import { isOwnChange, noteOwnChange } from "./own-changes";
import { brokenOff, describeProblem, ProblemError, toProblemError, unreachable } from "./problem";

afterEach(() => {
  setDetour(null);
  vi.unstubAllGlobals();
});

describe("sendThrough", () => {
  const request = new Request("http://localhost/api/tasks");

  it("sends straight when there is no detour", async () => {
    const send = vi.fn(() => Promise.resolve(new Response("straight")));
    expect(await (await sendThrough(request, send)).text()).toBe("straight");
    expect(send).toHaveBeenCalledExactlyOnceWith(request);
  });

  it("takes the detour while there is one, which may send or not", async () => {
    const send = vi.fn(() => Promise.resolve(new Response("straight")));
    setDetour(() => Promise.resolve(new Response("kept")));
    expect(await (await sendThrough(request, send)).text()).toBe("kept");
    expect(send).not.toHaveBeenCalled();
    setDetour((asked, through) => through(asked));
    expect(await (await sendThrough(request, send)).text()).toBe("straight");
    setDetour(null);
    await sendThrough(request, send);
    expect(send).toHaveBeenCalledTimes(2);
  });
});

describe("own changes", () => {
  it("are known from those of others, and none is without a group", () => {
    noteOwnChange("mine");
    noteOwnChange(null);
    expect(["mine", "theirs", "null", ""].map(isOwnChange)).toEqual([true, false, false, false]);
  });

  it("are forgotten when many have come after them, the oldest first", () => {
    for (let count = 0; count < 201; count += 1) noteOwnChange(`g${count}`);
    expect([isOwnChange("g0"), isOwnChange("g1"), isOwnChange("g200")]).toEqual([false, true, true]);
  });
});

describe("problems", () => {
  const problem = { type: "urn:todo:problem:x", title: "X", status: 400, detail: "The server's words." };

  it.each([
    [{ ...problem, errors: [{ location: ["body", "title"], message: "too long", code: "c" }] }, "title", "too long"],
    [{ ...problem, errors: [{ location: ["body", "items", 0, "title"], message: "too long", code: "c" }] }, "title", "too long"],
    [{ ...problem, errors: [{ location: ["body", "title", "x"], message: "too long", code: "c" }] }, "title", undefined],
    [{ ...problem, errors: [] }, "title", undefined],
    [problem, "title", undefined],
    [{ ...problem, errors: [{ location: [], message: "all of it", code: "c" }] }, "title", undefined],
  ])("say what is wrong with a field: %#", (body, field, message) => {
    expect(new ProblemError(body).fieldMessage(field)).toBe(message);
  });

  it.each([[undefined], [[]], [0], [""], [{}], [{ type: "x", status: 1 }], [{ type: "x", status: 1, detail: null }]])(
    "are made of %j without failing",
    (body) => {
      expect(toProblemError(500, body)).toMatchObject({ slug: "unexpected", status: 500 });
    },
  );

  it("on the way to the server have words in each language, all others the server's", () => {
    for (const [language, messages] of Object.entries(CATALOGUES)) {
      const texts = createTexts(language as keyof typeof CATALOGUES, messages);
      const ways = [unreachable(), brokenOff(), toProblemError(502, "<html>")].map((error) => describeProblem(error.problem, texts));
      expect(new Set(ways).size).toBe(3);
      if (language !== "en") for (const words of ways) expect(words).not.toMatch(/connection|server can/i);
      expect(describeProblem(problem, texts)).toBe(problem.detail);
    }
  });

  it.each([
    "turn-timeout",
    "shutting-down",
    "internal",
    "database-unavailable",
    "running",
    "decided",
    "nothing-said",
    "no-such-conversation",
    "no-such-approval",
  ])("of the assistant say %s in each language, each in other words", (slug) => {
    const inLanguages = Object.entries(CATALOGUES).map(([language, messages]) =>
      describeProblem({ ...problem, type: `urn:todo:problem:${slug}` }, createTexts(language as keyof typeof CATALOGUES, messages)),
    );
    expect(inLanguages).not.toContain(problem.detail);
    expect(new Set(inLanguages).size).toBe(inLanguages.length);
  });

  it.each(["urn:todo:problem:toString", "urn:todo:problem:", "urn:other:unreachable"])("of type %s keep their own words", (type) => {
    expect(describeProblem({ ...problem, type }, ENGLISH)).toBe(problem.detail);
  });
});

import { describe, expect, it } from "vitest";
import { ENGLISH, GERMAN, SPANISH } from "@/tests/texts";
import { brokenOff, describeError, isUnauthenticated, ProblemError, toProblemError, unreachable } from "./problem";

const invalid = {
  type: "urn:todo:problem:invalid-input",
  title: "Unprocessable Content",
  status: 422,
  detail: "title: too long",
  errors: [{ location: ["body", "title"], message: "at most 500 characters", code: "string_too_long" }],
};

describe("toProblemError", () => {
  it("keeps what the server said", () => {
    const error = toProblemError(422, invalid);
    expect(error.slug).toBe("invalid-input");
    expect(error.status).toBe(422);
    expect(error.message).toBe("title: too long");
    expect(error.fieldMessage("title")).toBe("at most 500 characters");
    expect(error.fieldMessage("notes")).toBeUndefined();
  });

  it.each([[null], ["<html>Bad gateway</html>"], [{ detail: "no type" }], [{ ...invalid, detail: 7 }]])(
    "has a sentence of its own for %j",
    (body) => {
      const error = toProblemError(502, body);
      expect(error.slug).toBe("unexpected");
      expect(error.status).toBe(502);
      expect(error.message).toMatch(/^Something went wrong on the server/);
    },
  );
});

describe("isUnauthenticated", () => {
  it("is true of an ended session", () => {
    const ended = new ProblemError({ ...invalid, type: "urn:todo:problem:unauthenticated", status: 401 });
    expect(isUnauthenticated(ended)).toBe(true);
  });

  it("is false of a wrong password, of other refusals and of other errors", () => {
    const wrong = new ProblemError({ ...invalid, type: "urn:todo:problem:wrong-credentials", status: 401 });
    for (const error of [wrong, toProblemError(422, invalid), unreachable(), new Error("401")]) {
      expect(isUnauthenticated(error)).toBe(false);
    }
  });
});

describe("describeError", () => {
  it("gives the server's words, and none of a bug's", () => {
    expect(describeError(toProblemError(422, invalid), ENGLISH)).toBe("title: too long");
    expect(describeError(new TypeError("x is not a function"), ENGLISH)).not.toContain("function");
    expect(describeError(unreachable(), ENGLISH)).toMatch(/can’t be reached/);
  });

  it("says in the person's language what is wrong on the way to the server", () => {
    expect(describeError(unreachable(), GERMAN)).toMatch(/nicht erreichbar/);
    expect(describeError(brokenOff(), SPANISH)).toMatch(/se cortó/);
  });

  const conflicts = (...codes: unknown[]): ProblemError =>
    toProblemError(409, {
      type: "urn:todo:problem:undo-conflict",
      title: "Conflict",
      status: 409,
      detail: "Not undone: “Rent” was changed since.",
      conflicts: codes.map((code) => ({ code, title: "Rent" })),
    });

  it("says in the person's language what stands in the way of an undo", () => {
    expect(describeError(conflicts("changed"), GERMAN)).toBe("Nicht rückgängig gemacht: „Rent“ wurde seither geändert.");
    expect(describeError(conflicts("changed", "unseen", "circle", "purged"), SPANISH)).toBe(
      "No se ha deshecho: «Rent» se ha cambiado desde entonces; «Rent» ya no lo puedes ver; «Rent» quedaría debajo de sí misma.",
    );
    expect(describeError(conflicts("changed"), ENGLISH)).toBe("Not undone: “Rent” was changed since.");
  });

  it.each([["of-a-later-version"], ["changed", undefined], ["constructor"]])("gives the server's words for %s %s", (...codes) => {
    expect(describeError(conflicts(...codes), GERMAN)).toBe("Not undone: “Rent” was changed since.");
  });
});

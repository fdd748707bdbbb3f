import { expect, it } from "vitest";
import { uuidv7 } from "./uuid";

it("is a UUID of version 7 that begins with the time", () => {
  // RFC 9562, appendix A.6: the example's time.
  expect(uuidv7(0x017f22e279b0)).toMatch(/^017f22e2-79b0-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

it("sorts by time", () => {
  const ids = [1_000, 2_000_000_000_000, 5].map((time) => uuidv7(time));
  expect([...ids].sort()).toEqual([ids[2], ids[0], ids[1]]);
});

it("is another one each time", () => {
  expect(new Set(Array.from({ length: 1000 }, () => uuidv7(7))).size).toBe(1000);
});

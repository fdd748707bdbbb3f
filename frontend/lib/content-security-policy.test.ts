import { expect, it } from "vitest";
import { contentSecurityPolicy } from "./content-security-policy";

it("lets only scripts with this answer's nonce run, and none by evaluation", () => {
  const policy = contentSecurityPolicy("abc", false);
  const scripts = policy.split("; ").find((directive) => directive.startsWith("script-src"));
  expect(scripts).toBe("script-src 'self' 'nonce-abc' 'strict-dynamic'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/https?:/);
});

it("lets the development server evaluate", () => {
  expect(contentSecurityPolicy("abc", true)).toContain("'unsafe-eval'");
});

it("lets no style stand in a page, and nothing come from elsewhere", () => {
  const policy = contentSecurityPolicy("abc", false);
  expect(policy).not.toContain("unsafe");
  expect(policy).toContain("default-src 'none'; ");
  const sources = policy.split("; ").flatMap((directive) => directive.split(" ").slice(1));
  const known = new Set(["'self'", "'none'", "'strict-dynamic'", "'nonce-abc'", "data:", "blob:"]);
  expect(sources.filter((source) => !known.has(source))).toEqual([]);
});

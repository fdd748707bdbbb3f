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

import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, expect, it } from "vitest";
import GlobalError from "./global-error";

afterEach(() => document.documentElement.removeAttribute("lang"));

it("says in the language of the page that it failed, with a way on", () => {
  document.documentElement.lang = "de";
  const markup = renderToStaticMarkup(<GlobalError />);
  expect(markup).toMatch(/^<html lang="de"><head><\/head><body><main role="alert"><h1>Diese Seite konnte nicht geladen werden<\/h1>/);
  expect(markup).toContain('<button type="button">Noch einmal versuchen</button>');
});

it("breaks no rule of the pages' policy, which allows no styles of its own", () => {
  expect(renderToStaticMarkup(<GlobalError />)).not.toMatch(/style|script/);
});

it("takes the browser's language where the page has none", () => {
  expect(renderToStaticMarkup(<GlobalError />)).toContain('<html lang="en">');
});

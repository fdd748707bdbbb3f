"use client";
// In place of everything, when the frame around all pages fails: without style sheet and texts, which come with that frame.
import type { JSX } from "react";
import { lastResort } from "@/lib/texts/last-resort";

export default function GlobalError(): JSX.Element {
  const { language, words } = lastResort(pageLanguage());
  return (
    <html lang={language}>
      <body>
        <main role="alert">
          <h1>{words.title}</h1>
          <button type="button" onClick={() => window.location.reload()}>
            {words.retry}
          </button>
        </main>
      </body>
    </html>
  );
}

function pageLanguage(): string {
  if (typeof document === "undefined") return "";
  return document.documentElement.lang || navigator.language;
}

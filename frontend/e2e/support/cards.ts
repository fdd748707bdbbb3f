// The pages of the film that are none of the app's: title, captions, a terminal. Plain HTML, drawn by the same browser.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const FONTS = join("node_modules", "geist", "dist", "fonts");
const BASE = `
  ${fontFace("Geist", join("geist-sans", "Geist-Variable.woff2"))}
  ${fontFace("Geist Mono", join("geist-mono", "GeistMono-Variable.woff2"))}
  * { box-sizing: border-box; margin: 0 }
  body { font-family: Geist, sans-serif; color: #f1f5f9; background: #0b1220; overflow: hidden }
`;

/** The app's own type, in the page itself: it has no address from which another file could be read. */
function fontFace(family: string, file: string): string {
  const data = readFileSync(join(FONTS, file)).toString("base64");
  return `@font-face { font-family: "${family}"; font-weight: 100 900; src: url(data:font/woff2;base64,${data}) }`;
}

export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function html(style: string, body: string): string {
  return `<!doctype html><meta charset="utf-8"><style>${BASE}${style}</style>${body}`;
}

/** The strip below the picture: the caption, and how far the film is. */
export function captionPage(text: string, number: number, of: number): string {
  const style = `
    body { height: 80px; display: flex; align-items: center; gap: 28px; padding: 0 40px; border-top: 1px solid #1e293b }
    p { font-size: 27px; font-weight: 600; letter-spacing: -.01em; white-space: nowrap; overflow: hidden; flex: 1 }
    i { display: block; width: 26px; height: 5px; border-radius: 3px; background: #26344d }
    i.on { background: #2dd4bf }
    div { display: flex; flex: none; gap: 6px }
  `;
  const steps = Array.from({ length: of }, (_, index) => `<i class="${index < number ? "on" : ""}"></i>`).join("");
  return html(style, `<p>${escaped(text)}</p><div>${steps}</div>`);
}

/** A card with a headline, a sentence, and commands. */
export function cardPage(headline: string, sentence: string, commands: readonly string[] = []): string {
  const style = `
    body { height: 100vh; display: grid; place-content: center; gap: 26px; text-align: center;
      background: radial-gradient(circle at 30% 20%, #134e4a 0, #0b1220 55%) }
    b { width: 92px; height: 92px; margin: 0 auto 6px; border-radius: 26px; background: #2dd4bf; color: #042f2e;
      display: grid; place-content: center }
    h1 { font-size: 76px; line-height: 1; letter-spacing: -.03em }
    p { font-size: 30px; color: #a7b6cc; max-width: 800px; margin: 0 auto; line-height: 1.35; text-wrap: balance }
    code { font: 500 25px Geist Mono, monospace; background: #111c31; border: 1px solid #26344d;
      border-radius: 14px; padding: 15px 30px; color: #99f6e4 }
    div { display: flex; gap: 18px; justify-content: center; margin-top: 12px }
  `;
  const tick = `<svg width="52" height="52" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="3.2"
    stroke-linecap="round" stroke-linejoin="round"><path d="M4 12.5l5.2 5.2L20 6.8"/></svg>`;
  const shown = commands.map((command) => `<code>${escaped(command)}</code>`).join("");
  const body = `<b>${tick}</b><h1>${escaped(headline)}</h1><p>${escaped(sentence)}</p>`;
  return html(style, shown === "" ? body : `${body}<div>${shown}</div>`);
}

/** A terminal that shows the last lines; those that begin with `$ ` are what a person typed. */
export function terminalPage(title: string, lines: readonly string[]): string {
  const style = `
    body { height: 100vh; padding: 34px 44px; background: linear-gradient(160deg, #134e4a, #0b1220 45%) }
    main { height: 100%; border-radius: 16px; background: #0a0f1a; border: 1px solid #26344d; overflow: hidden;
      box-shadow: 0 24px 60px #0008 }
    header { height: 44px; display: flex; align-items: center; gap: 9px; padding: 0 18px; background: #131c2e;
      color: #8797b0; font-size: 15px }
    header u { width: 13px; height: 13px; border-radius: 50%; background: #33415c }
    header span { flex: 1; text-align: center; margin-right: 57px }
    pre { padding: 18px 24px; font: 17.5px/1.5 Geist Mono, monospace; color: #cbd5e1; white-space: pre-wrap }
    pre span { white-space: nowrap }
    pre b { color: #5eead4; font-weight: 600 } pre em { color: #86efac; font-style: normal }
  `;
  const shown = lines.slice(-21).map(coloured).join("\n");
  const bar = `<header><u></u><u></u><u></u><span>${escaped(title)}</span></header>`;
  return html(style, `<main>${bar}<pre>${shown}</pre></main>`);
}

function coloured(line: string): string {
  // A long line goes on below, but no option breaks after its hyphens.
  const text = escaped(line).replaceAll(/\S+/g, "<span>$&</span>");
  if (line.startsWith("$ ")) return `<b>${text}</b>`;
  return /success|all answered|1\/1 +Running/.test(line) ? `<em>${text}</em>` : text;
}

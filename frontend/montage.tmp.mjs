import { chromium } from "@playwright/test"; import sp from "@sparticuz/chromium"; import { readFileSync } from "node:fs";
const [out, h, ...files] = process.argv.slice(2);
const b = await chromium.launch({ executablePath: await sp.executablePath(), args: ["--no-sandbox"] });
const p = await b.newPage({ viewport: { width: 2000, height: 100 } });
await p.setContent(`<body style="margin:8px;background:#888;display:flex;gap:8px;flex-wrap:wrap">${files.map(f => `<img style="height:${h}px" src="data:image/png;base64,${readFileSync("/tmp/web/shots/"+f+".png").toString("base64")}">`).join("")}`);
await p.waitForTimeout(300); await p.screenshot({ path: out, fullPage: true }); await b.close();

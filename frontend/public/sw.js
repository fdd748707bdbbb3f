// Lets the app open without a connection: pages as they were last seen, and the files that they are made of. What stands
// on them comes from the page's own store. Nothing of the API passes through here.
const PAGES = "todo-pages-1";
const FILES = "todo-files-1";
const MOST_FILES = 300;
/** A page at hand is fetched anew when it is older than this. */
const FRESH_MS = 3_600_000;
const OPEN_TO_ALL = ["/sign-in", "/sign-up"];
// What proxies answer in place of a server that is away.
const AWAY = new Set([502, 503, 504]);

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => {
  event.waitUntil(removeOldCaches().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith("/_next/static/")) event.respondWith(fileOf(request));
  else if (request.mode === "navigate" && !url.pathname.startsWith("/api/")) event.respondWith(pageOf(request, url));
});

/** The page says what it is made of, and which pages to have at hand. */
self.addEventListener("message", (event) => {
  const { files, pages } = event.data;
  event.waitUntil(
    Promise.all([keepFiles(files), ...pages.map(keepPage)]).finally(() => event.ports[0]?.postMessage("kept")),
  );
});

/** A reminder leads to its task, in a window of the app where one is open. */
self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const path = event.notification.data?.path;
  if (typeof path === "string") event.waitUntil(show(path));
});

async function show(path) {
  const [open] = await self.clients.matchAll({ type: "window" });
  if (open === undefined) return self.clients.openWindow(path);
  await open.focus();
  return open.navigate(path);
}

async function keepFiles(files) {
  const cache = await caches.open(FILES);
  const missing = await Promise.all(
    files.map(async (file) => ((await cache.match(file, { ignoreVary: true })) === undefined ? file : null)),
  );
  await Promise.allSettled(missing.filter((file) => file !== null).map((file) => cache.add(file)));
  await trim(cache);
}

async function keepPage(path) {
  const cache = await caches.open(PAGES);
  const kept = await cache.match(path, { ignoreVary: true });
  if (kept !== undefined && Date.now() - Date.parse(kept.headers.get("Date") ?? "") < FRESH_MS) return;
  const answer = await fetch(path, { headers: { Accept: "text/html" } });
  if (!answer.ok || answer.redirected) return;
  const html = await answer.clone().text();
  await cache.put(path, answer);
  await keepFiles([...new Set(html.match(/\/_next\/static\/[\w/.~-]+\.(?:js|css|woff2)/g))]);
}

/** Their names change with their content, so what is there is right. */
async function fileOf(request) {
  const cache = await caches.open(FILES);
  const kept = await cache.match(request, { ignoreVary: true });
  if (kept !== undefined) return kept;
  const answer = await fetch(request);
  if (answer.ok) {
    await cache.put(request, answer.clone());
    await trim(cache);
  }
  return answer;
}

/** From the server where there is one; a page never changes behind the back of somebody who is online. */
async function pageOf(request, url) {
  const cache = await caches.open(PAGES);
  try {
    const answer = await fetch(request);
    if (!AWAY.has(answer.status)) {
      if (answer.ok && !answer.redirected && !OPEN_TO_ALL.includes(url.pathname)) await cache.put(url.pathname, answer.clone());
      return answer;
    }
    return (await cache.match(url.pathname, { ignoreVary: true })) ?? answer;
  } catch (error) {
    const kept = await cache.match(url.pathname, { ignoreVary: true });
    if (kept !== undefined) return kept;
    // Where one wanted to go was never seen, but Today may have been.
    if ((await cache.match("/today", { ignoreVary: true })) !== undefined && url.pathname !== "/today") {
      return Response.redirect("/today", 302);
    }
    throw error;
  }
}

async function trim(cache) {
  const kept = await cache.keys();
  for (const oldest of kept.slice(0, Math.max(0, kept.length - MOST_FILES))) await cache.delete(oldest);
}

async function removeOldCaches() {
  for (const name of await caches.keys()) {
    if (name.startsWith("todo-") && name !== PAGES && name !== FILES) await caches.delete(name);
  }
}

// Makes the app one that opens without a connection.

/** Those that one opens first. */
const KEPT_PAGES = ["/today", "/inbox", "/upcoming"];

export async function installWorker(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  await navigator.serviceWorker.register("/sw.js");
  const { active } = await navigator.serviceWorker.ready;
  if (!navigator.onLine || active === null) return;
  // The first page and its files came before the worker was there.
  const files = performance
    .getEntriesByType("resource")
    .map(({ name }) => name)
    .filter((name) => new URL(name).pathname.startsWith("/_next/static/"));
  const done = new MessageChannel();
  // For tests that need to know that the app opens offline from now on.
  done.port1.onmessage = () => (document.documentElement.dataset.installed = "");
  active.postMessage({ files, pages: [...new Set([window.location.pathname, ...KEPT_PAGES])] }, [done.port2]);
}

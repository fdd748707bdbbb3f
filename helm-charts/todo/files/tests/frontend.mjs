// The web app answers by its service, and reaches the API by its own way to it. Tries again while a new pod's network
// policies are still being set up.
const TRIES = 20;

async function get(path) {
  for (let tries = 1; ; tries++) {
    try {
      return await fetch(process.env.FRONTEND + path, { signal: AbortSignal.timeout(10_000) });
    } catch (error) {
      if (tries === TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  }
}

async function expect(path, status, words) {
  const answer = await get(path);
  const text = await answer.text();
  if (answer.status !== status || !text.includes(words)) {
    throw new Error(`${path} answered ${answer.status}: ${text.slice(0, 500)}`);
  }
  console.log(`ok: ${path} answers ${status}`);
}

await expect("/api/health", 200, '"ok"');
await expect("/sign-in", 200, "<html");
await expect("/api/tasks", 401, "urn:todo:problem:");

// Since when a page answers. Its frame does so earlier than what it shows.

const arrival = Promise.withResolvers<undefined>();

/** Done once what the page shows answers to keys and presses. */
export const alive: Promise<undefined> = arrival.promise;

/** Tests are told by a sign in the page and a mark in its timeline. */
export function tellAlive(): void {
  document.documentElement.dataset.alive = "";
  performance.mark("alive");
  arrival.resolve(undefined);
}

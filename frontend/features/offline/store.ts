// What outlives the page: changes that wait, and what was last seen. In IndexedDB, in this browser alone.
import type { Waiting } from "./waiting";

const NAME = "todo-offline";
const QUEUE = "queue";
const SEEN = "seen";

export interface Kept {
  key: number;
  waiting: Waiting;
}

export interface QueueStore {
  add: (waiting: Waiting) => Promise<unknown>;
  /** In the order in which they were made. */
  all: () => Promise<Kept[]>;
  replace: (kept: Kept) => Promise<unknown>;
  remove: (key: number) => Promise<unknown>;
}

export const queueStore: QueueStore = {
  add: (waiting) => act(QUEUE, "readwrite", (store) => store.add(waiting)),
  all: async () => {
    const [keys, values] = await Promise.all([
      act(QUEUE, "readonly", (store) => store.getAllKeys()),
      act(QUEUE, "readonly", (store) => store.getAll() as IDBRequest<Waiting[]>),
    ]);
    return values.map((waiting, index) => ({ key: Number(keys[index]), waiting }));
  },
  replace: ({ key, waiting }) => act(QUEUE, "readwrite", (store) => store.put(waiting, key)),
  remove: (key) => act<undefined>(QUEUE, "readwrite", (store) => store.delete(key)),
};

export async function keepSeen(name: string, value: unknown): Promise<void> {
  await act(SEEN, "readwrite", (store) => store.put(value, name));
}

export async function seen(name: string): Promise<unknown> {
  return act<unknown>(SEEN, "readonly", (store) => store.get(name));
}

export async function forgetStored(): Promise<void> {
  if (!canKeep()) return;
  for (const name of [QUEUE, SEEN]) await act<undefined>(name, "readwrite", (store) => store.clear());
}

/** Not in every window of every browser. */
export function canKeep(): boolean {
  return "indexedDB" in globalThis;
}

let opened: Promise<IDBDatabase> | null = null;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(QUEUE, { autoIncrement: true });
      request.result.createObjectStore(SEEN);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("IndexedDB can't be opened"));
  });
  return opened;
}

async function act<T>(name: string, mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(name, mode);
    const request = ask(transaction.objectStore(name));
    // Only then is it certain to be kept.
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error ?? new Error("IndexedDB refused"));
  });
}

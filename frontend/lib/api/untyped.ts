// Calls to paths that the generated types do not have yet; the caller says what comes back.
import { api, read } from "./client";

type Method = "GET" | "POST" | "PATCH" | "DELETE";

export interface UntypedCall {
  query?: Record<string, string | number>;
  body?: unknown;
}

type Call = (path: string, options: object) => Parameters<typeof read<unknown>>[0];

export async function ask<Answer>(method: Method, path: string, { query, body }: UntypedCall = {}): Promise<Answer> {
  const call = api[method] as unknown as Call;
  return (await read(call(path, { params: { query }, ...(body === undefined ? {} : { body }) }))) as Answer;
}

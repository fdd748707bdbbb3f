// Sending a file to be looked at, and to be imported.
import { type UseMutationResult, useMutation, useQueryClient } from "@tanstack/react-query";
import { refreshAfterChange } from "@/features/changes/refresh";
import { type Written, written } from "@/lib/api/client";
import { addressOf } from "@/lib/api/fetch-client";
import type { ImportResult } from "@/lib/api/types";

/** A file with the id under which it is imported: sending it again with the same id changes nothing. */
export interface Upload {
  file: File;
  id: string;
}

/** What a file holds, without importing it. */
export function usePreview(): UseMutationResult<ImportResult, Error, Upload> {
  return useMutation({ mutationFn: async (upload) => (await send(upload, { dry_run: true })).data });
}

export function useImport(): UseMutationResult<Written<ImportResult>, Error, Upload> {
  const client = useQueryClient();
  return useMutation({
    mutationKey: ["change", "import"],
    mutationFn: (upload) => send(upload, {}),
    onSettled: () => refreshAfterChange(client),
  });
}

function send({ file, id }: Upload, query: Record<string, boolean>): Promise<Written<ImportResult>> {
  return written<ImportResult>(answerOf(addressOf("/api/import", { query: { id, name: file.name, ...query } }), file));
}

async function answerOf(address: string, body: File): Promise<{ data?: ImportResult; error?: unknown; response: Response }> {
  const headers = { "Content-Type": "application/octet-stream" };
  const response = await fetch(new URL(address, window.location.origin).href, { method: "POST", body, headers });
  // A proxy on the way may refuse a large file with a page of its own.
  if (!response.ok) return { error: await response.json().catch(() => undefined), response };
  return { data: (await response.json()) as ImportResult, response };
}

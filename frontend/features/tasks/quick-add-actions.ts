// Adding the tasks of several lines in one command.
import { type UseMutationResult, useMutation, useQuery, useQueryClient, type UseQueryResult } from "@tanstack/react-query";
import { refreshAfterChange } from "@/features/changes/refresh";
import { ONE_BY_ONE } from "@/features/changes/sent";
import { useAnnounce } from "@/features/changes/undo";
import { api, read, type Written, written } from "@/lib/api/client";
import type { QuickAddPreview } from "@/lib/api/types";
import { useTexts } from "@/lib/texts/texts-provider";
import { uuidv7 } from "@/lib/uuid";
import { type InHand, newLabels, type ReadLine, toTask } from "./quick-add-lines";

const AT_ONCE = 6;

/** What the server's grammar makes of each of the lines, in their order. */
export function useReadLines(lines: readonly string[], inHand: InHand): UseQueryResult<ReadLine[]> {
  return useQuery({
    queryKey: ["quick-add-preview", "lines", lines, inHand],
    queryFn: async ({ signal }) => {
      const readLines: ReadLine[] = [];
      for (let index = 0; index < lines.length; index += AT_ONCE) {
        const some = lines.slice(index, index + AT_ONCE);
        readLines.push(...(await Promise.all(some.map((text) => readLine(text, inHand, signal)))));
      }
      return readLines;
    },
    gcTime: 0,
    staleTime: Infinity,
    retry: false,
  });
}

async function readLine(text: string, { projectId, day }: InHand, signal: AbortSignal): Promise<ReadLine> {
  const body = { text, project_id: projectId, ...(day === undefined ? {} : { due_date: day }) };
  const preview: QuickAddPreview = await read(api.POST("/api/quick-add/preview", { body, signal }));
  return { id: uuidv7(), text, preview };
}

export interface AddLines {
  lines: readonly ReadLine[];
  projectId: string;
}

/** All of them or none, undone together. */
export function useAddLines(): UseMutationResult<Written<unknown>, Error, AddLines> {
  const { t } = useTexts();
  const client = useQueryClient();
  const announce = useAnnounce();
  return useMutation({
    mutationKey: ["change", "task"],
    scope: ONE_BY_ONE,
    mutationFn: async ({ lines, projectId }) => {
      const made = await makeLabels(newLabels(lines));
      const operations = lines.map((line) => ({ op: "create" as const, task: toTask(line, projectId, made) }));
      return written(api.POST("/api/tasks/bulk", { body: { operations, dry_run: false } }));
    },
    onSuccess: ({ changeGroup }, { lines }) =>
      announce.done(t("quickAdd.addedLines", { count: lines.length }), changeGroup),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ["labels"] });
      refreshAfterChange(client);
    },
  });
}

async function makeLabels(names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const made = new Map<string, string>();
  for (const name of names) made.set(name, (await read(api.POST("/api/labels", { body: { name } }))).id);
  return made;
}

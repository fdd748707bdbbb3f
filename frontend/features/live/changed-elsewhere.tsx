"use client";
// Says, above a form that is open, that its task was changed or deleted elsewhere meanwhile. What was typed stays.
import { type JSX, useState } from "react";
import { Button } from "@/components/ui/button";
import { useAnnounce } from "@/features/changes/undo";
import { api, read } from "@/lib/api/client";
import type { Task } from "@/lib/api/types";
import { useTexts } from "@/lib/texts/texts-provider";
import { useNews } from "./news";

interface ChangedElsewhereProps {
  /** As the form knows it. */
  task: Task;
  /** The task as it is now, to be taken over. */
  onTakeOver: (latest: Task) => void;
}

export function ChangedElsewhere({ task, onTakeOver }: ChangedElsewhereProps): JSX.Element | null {
  const { t } = useTexts();
  const announce = useAnnounce();
  const news = useNews(task);
  const [busy, setBusy] = useState(false);
  if (news === null) return null;
  const gone = news.kind === "delete";
  const takeOver = (): void => {
    setBusy(true);
    read(api.GET("/api/tasks/{task_id}", { params: { path: { task_id: task.id } } }))
      .then(onTakeOver, announce.failed)
      .finally(() => setBusy(false));
  };
  return (
    <div role="status" className="mx-6 mt-5 flex items-center gap-3 rounded-md bg-accent-soft py-2 pr-2 pl-3.5 text-sm">
      <p className="flex-1">{gone ? t("live.deletedElsewhere") : t("live.changedElsewhere")}</p>
      {!gone && (
        <Button size="small" disabled={busy} onClick={takeOver}>
          {t("live.takeOver")}
        </Button>
      )}
    </div>
  );
}

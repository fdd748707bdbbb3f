"use client";
// Labels for one task or many: what is on only some of them stays so until it is touched.
import { type JSX, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { type Chosen, LabelPicker } from "@/features/labels/label-picker";
import type { Task } from "@/lib/api/types";
import { useTexts } from "@/lib/texts/texts-provider";
import { patchAll, useChangeTasks, useNaming } from "./change-tasks";
import type { PickProps } from "./pick-dialog";
import { selection } from "./selection";

export function PickLabels({ tasks, typedBefore, onClose }: PickProps): JSX.Element {
  const { t } = useTexts();
  const naming = useNaming();
  const { mutate } = useChangeTasks();
  const [decided, setDecided] = useState<ReadonlyMap<string, boolean>>(new Map());
  const chosen = (id: string): Chosen => {
    const decision = decided.get(id);
    if (decision !== undefined) return decision ? "all" : "none";
    const having = tasks.filter(({ label_ids }) => label_ids.includes(id)).length;
    return having === tasks.length ? "all" : having > 0 ? "some" : "none";
  };
  const save = (): void => {
    onClose();
    if (decided.size === 0) return;
    selection.clear();
    const labelled = (task: Task): { label_ids: string[] } => ({ label_ids: labelsAfter(task, decided) });
    mutate({ ...patchAll(tasks, labelled), said: t("tasks.changedMany", { what: naming(tasks) }) });
  };
  return (
    <Dialog onClose={onClose} title={t("tasks.labelsOf", { what: naming(tasks) })} width="narrow">
      <div className="flex min-h-0 flex-col gap-4 px-6 pt-3 pb-5">
        <LabelPicker
          typedBefore={typedBefore}
          chosen={chosen}
          onToggle={(id) => setDecided(new Map([...decided, [id, chosen(id) !== "all"]]))}
          onDone={save}
        />
        <footer className="flex justify-end gap-2">
          <Button variant="quiet" onClick={onClose}>
            {t("common.cancel")}
          </Button>
          <Button variant="primary" onClick={save}>
            {t("common.save")}
          </Button>
        </footer>
      </div>
    </Dialog>
  );
}

function labelsAfter({ label_ids }: Task, decided: ReadonlyMap<string, boolean>): string[] {
  const added = [...decided].filter(([id, on]) => on && !label_ids.includes(id)).map(([id]) => id);
  return [...label_ids.filter((id) => decided.get(id) !== false), ...added];
}

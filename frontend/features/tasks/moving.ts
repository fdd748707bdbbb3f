"use client";
// Moving tasks to other places, and saying so.
import { useCallback } from "react";
import { useQueryClient } from "@tanstack/react-query";
import type { Task } from "@/lib/api/types";
import { useTexts } from "@/lib/texts/texts-provider";
import { useChangeTasks, useNaming } from "./change-tasks";
import { expectPlace, type Place } from "./outline";
import type { TaskListData } from "./queries";

/** Puts a task, with all below it, somewhere else. */
export function useMoveTask(): (task: Task, place: Place) => void {
  const { t } = useTexts();
  const client = useQueryClient();
  const naming = useNaming();
  const { mutate } = useChangeTasks();
  return useCallback(
    (task, place) => {
      const lists = client.getQueriesData<TaskListData>({ queryKey: ["tasks", "list"] });
      const all = lists.flatMap(([, list]) => list?.pages.flatMap((page) => page.items) ?? []);
      const moved = expectPlace(task, place, all);
      mutate({
        tasks: [task],
        operations: [{ op: "move", id: task.id, to: place }],
        expect: () => moved,
        said: t("tasks.movedToast", { what: naming([task]) }),
      });
    },
    [client, mutate, naming, t],
  );
}

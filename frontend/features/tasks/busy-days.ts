// The days that tasks are due on, as far as the lists in the cache tell.
import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { useClock } from "@/lib/clock";
import type { Day } from "@/lib/dates";
import { dueOf } from "./due";
import { isOpen } from "./is-open";
import type { TaskListData } from "./queries";

/** Those of open tasks at the moment it is first asked; nothing is fetched for it. */
export function useBusyDays(): ReadonlySet<Day> {
  const client = useQueryClient();
  const { zone } = useClock();
  return useMemo(() => {
    const lists = client.getQueriesData<TaskListData>({ queryKey: ["tasks", "list"] });
    const tasks = lists.flatMap(([, list]) => list?.pages.flatMap(({ items }) => items) ?? []);
    const open = tasks.filter(isOpen);
    return new Set(open.map((task) => dueOf(task, zone)?.day).filter((day) => day !== undefined));
  }, [client, zone]);
}

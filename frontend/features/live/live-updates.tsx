"use client";
// Keeps the page up to date with what happens elsewhere, and tells of reminders. Shows nothing itself.
import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { useToasts } from "@/components/ui/toasts";
import { useClock } from "@/lib/clock";
import { useTexts } from "@/lib/texts/texts-provider";
import { createApplier, refreshAll } from "./apply";
import type { LiveEvent } from "./events";
import { notify } from "./notifications";
import { shareLive } from "./share";

export function LiveUpdates(): null {
  const client = useQueryClient();
  const toasts = useToasts();
  const { t } = useTexts();
  const { zone } = useClock();
  const router = useRouter();
  useEffect(() => {
    const applier = createApplier(client, zone);
    const onStart = (): void => {
      // What changed between the page's making and now is in no event.
      // For tests that need to know that the page has caught up.
      void refreshAll(client).then(() => (document.documentElement.dataset.live = ""));
    };
    const onEvent = (event: LiveEvent, first: boolean): void => {
      applier.take(event);
      if (event.event !== "reminder") return;
      const { title, task_id: id } = event.data;
      const open = (): void => router.push(`/tasks/${id}`);
      toasts.show({ title: t("live.reminder", { title }), action: { label: t("live.openTask"), onAct: open }, stays: true });
      if (first) notify(event.data, t("live.reminderHeading"), open);
    };
    const stop = shareLive({ onEvent, onStart });
    return () => {
      stop();
      applier.stop();
    };
  }, [client, toasts, t, zone, router]);
  return null;
}

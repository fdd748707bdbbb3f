// Reminders as messages of the system. Whether they may be shown is asked when somebody sets a reminder, not before.
import type { DueReminder } from "./events";

/** Call it from the click that sets a reminder; true when notifications may be shown from now on. */
export async function askToNotify(): Promise<boolean> {
  if (!("Notification" in window)) return false;
  if (Notification.permission !== "default") return Notification.permission === "granted";
  return (await Notification.requestPermission()) === "granted";
}

/** Shown once, however many tabs hear of it: messages with the same tag take each other's place. */
export function notify(reminder: DueReminder, heading: string, onOpen: () => void): void {
  if (!("Notification" in window) || Notification.permission !== "granted") return;
  const options = { body: reminder.title, tag: reminder.reminder_id, data: { path: `/tasks/${reminder.task_id}` } };
  try {
    const shown = new Notification(heading, options);
    shown.onclick = () => {
      window.focus();
      onOpen();
      shown.close();
    };
  } catch {
    // Phones allow it to service workers alone.
    void navigator.serviceWorker.ready.then((worker) => worker.showNotification(heading, options));
  }
}

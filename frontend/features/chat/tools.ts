// The assistant's tools as the chat shows them: an icon each, and words for while they are at work.
import { CalendarClock, Check, FileText, FolderTree, History, LayoutList, ListChecks } from "lucide-react";
import { type LucideIcon, Pencil, Plus, ScanSearch, Search, SquareCheckBig, Trash2, Undo2 } from "lucide-react";

const ICONS = {
  add_tasks: Plus,
  find_tasks: Search,
  get_task: SquareCheckBig,
  update_tasks: Pencil,
  reschedule_tasks: CalendarClock,
  complete_tasks: Check,
  delete_tasks: Trash2,
  organize: FolderTree,
  overview: LayoutList,
  activity: History,
  undo: Undo2,
  search: ScanSearch,
  fetch: FileText,
} satisfies Record<string, LucideIcon>;

type Tool = keyof typeof ICONS;

/** A server that is newer than the page may have tools that are not known here. */
function isTool(name: string): name is Tool {
  return Object.hasOwn(ICONS, name);
}

export function iconOf(tool: string): LucideIcon {
  return isTool(tool) ? ICONS[tool] : ListChecks;
}

/** The text that says what the tool is doing. */
export function runningKey(tool: string): `chat.running.${Tool | "other"}` {
  return `chat.running.${isTool(tool) ? tool : "other"}`;
}

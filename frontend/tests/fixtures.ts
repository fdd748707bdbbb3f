// Things as the API gives them, for unit tests.
import type { ChangeGroup, ChatMessage, Project, QuickAddSpan, Task, ToolCard, User } from "@/lib/api/types";

const MADE = "2026-11-01T08:00:00Z";
export const INBOX_ID = "00000000-0000-7000-8000-0000000000aa";

export function aTask(change: Partial<Task> = {}): Task {
  return {
    id: "00000000-0000-7000-8000-000000000001",
    project_id: INBOX_ID,
    section_id: null,
    parent_id: null,
    position: "V",
    title: "Pay rent",
    notes: "",
    priority: 4,
    due_date: null,
    due_at: null,
    time_zone: null,
    duration_minutes: null,
    deadline: null,
    label_ids: [],
    recurrence: null,
    completion_count: 0,
    completed_at: null,
    deleted_at: null,
    version: 1,
    created_at: MADE,
    updated_at: MADE,
    ...change,
  };
}

export function aProject(change: Partial<Project> = {}): Project {
  return {
    id: INBOX_ID,
    name: "Inbox",
    color: "gray",
    is_inbox: true,
    role: "owner",
    parent_id: null,
    position: "",
    is_favorite: false,
    archived_at: null,
    open_task_count: 0,
    version: 1,
    created_at: MADE,
    updated_at: MADE,
    ...change,
  };
}

export function aUser(change: Partial<User> = {}): User {
  return {
    id: "00000000-0000-7000-8000-0000000000ff",
    email: "ada@example.com",
    name: "Ada",
    time_zone: "Europe/Berlin",
    language: "en",
    date_order: "language",
    hour_cycle: "h23",
    week_start: "language",
    welcome_dismissed: false,
    inbox_project_id: INBOX_ID,
    created_at: MADE,
    ...change,
  };
}

export function aCard(change: Partial<ToolCard> = {}): ToolCard {
  return { id: "call-1", tool: "find_tasks", ok: true, title: "Found 1 task", tasks: [aTask()], ...change };
}

export function aMessage(change: Partial<ChatMessage> = {}): ChatMessage {
  return {
    id: "message-1",
    role: "assistant",
    text: "Hello",
    cards: [],
    created_at: MADE,
    state: "done",
    approval: null,
    model: "built-in",
    change_group: null,
    usage: null,
    undone: false,
    ...change,
  };
}

export function aGroup(change: Partial<ChangeGroup> = {}): ChangeGroup {
  return {
    id: "group-1",
    via: "web",
    command: "complete_task",
    summary: "Complete task: Pay rent",
    created_at: MADE,
    undo_of: null,
    undone_by: null,
    changes: [],
    count: change.changes?.length ?? 0,
    counts: [],
    ...change,
  };
}

/** The span of a part of a text. */
export function aSpan(text: string, part: string, kind: QuickAddSpan["kind"] = "date"): QuickAddSpan {
  const start = text.indexOf(part);
  return { start, end: start + part.length, kind, text: part, label: part };
}

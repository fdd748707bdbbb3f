// Names for what the API speaks of; the shapes themselves are generated from its OpenAPI document.
import type { components } from "./schema";

type Schemas = components["schemas"];

export type User = Schemas["User"];
export type Project = Schemas["ProjectView"];
export type ProjectColor = Project["color"];
export type Task = Schemas["TaskView"];
export type TaskPage = Schemas["TaskPage"];
export type TaskCreate = Schemas["TaskCreate"];
export type TaskPatch = Schemas["TaskPatch"];
export type TaskMove = Schemas["TaskMove"];
/** One part of a command on many tasks. */
export type Operation = Schemas["Bulk"]["operations"][number];
export type BulkResult = Schemas["BulkResult"];
export type Section = Schemas["SectionView"];
export type Label = Schemas["LabelView"];
export type SavedFilter = Schemas["FilterView"];
export type Counts = Schemas["CountsView"];
export type Reminder = Schemas["ReminderView"];
export type Activity = Schemas["ActivityEntry"];
export type TrashItem = Schemas["TrashItem"];
export type SearchHit = Schemas["SearchHit"];
export type Recurrence = Schemas["RecurrenceView"];
export type QuickAddPreview = Schemas["QuickAddView"];
export type QuickAddSpan = Schemas["SpanView"];
export type ChangeGroup = Schemas["ChangeGroupView"];
export type Conversation = Schemas["ConversationView"];
export type ChatMessage = Schemas["MessageView"];
export type ToolCard = Schemas["ToolCard"];
export type ConsentRequest = Schemas["ConsentRequest"];
export type Session = Schemas["SessionView"];
export type AccessToken = Schemas["TokenView"];
export type NewToken = Schemas["TokenCreate"];
export type NewAccessToken = Schemas["TokenMade"];
export type Problem = Schemas["Problem"];
export type ImportResult = Schemas["ImportResult"];
export type ImportedTask = Schemas["ImportedTask"];
export type ImportWarning = Schemas["ImportWarning"];

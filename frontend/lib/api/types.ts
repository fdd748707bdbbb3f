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
export type QuickAddPreview = Schemas["QuickAddView"];
export type QuickAddSpan = Schemas["SpanView"];
export type ChangeGroup = Schemas["ChangeGroupView"];
export type Conversation = Schemas["ConversationView"];
export type ChatMessage = Schemas["MessageView"];
export type ToolCard = Schemas["ToolCard"];
export type Problem = Schemas["Problem"];

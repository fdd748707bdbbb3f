"use client";
// One earlier conversation.
import { Ellipsis, Pencil, Trash2 } from "lucide-react";
import { type JSX, type KeyboardEvent, type SubmitEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import { MenuItem } from "@/components/ui/menu-list";
import type { Conversation } from "@/lib/api/types";
import { useClock } from "@/lib/clock";
import { describeDay, wallClock } from "@/lib/dates";
import { useTexts } from "@/lib/texts/texts-provider";
import { useDeleteConversation, useRenameConversation } from "./conversation-actions";

interface ConversationRowProps {
  conversation: Conversation;
  current: boolean;
  onOpen: () => void;
  onRenamed: (title: string) => void;
  onDeleted: () => void;
}

export function ConversationRow(props: ConversationRowProps): JSX.Element {
  const [doing, setDoing] = useState<"nothing" | "renaming" | "deleting">("nothing");
  const done = (): void => setDoing("nothing");
  return (
    <li>
      {doing === "renaming" && <RenameForm {...props} onDone={done} />}
      {doing === "deleting" && <DeleteQuestion {...props} onDone={done} />}
      {doing === "nothing" && (
        <PlainRow {...props} onRename={() => setDoing("renaming")} onDelete={() => setDoing("deleting")} />
      )}
    </li>
  );
}

type PlainRowProps = ConversationRowProps & { onRename: () => void; onDelete: () => void };

function PlainRow({ conversation, current, onOpen, onRename, onDelete }: PlainRowProps): JSX.Element {
  const texts = useTexts();
  const { t } = texts;
  const clock = useClock();
  const { day } = wallClock(conversation.updated_at, clock.zone);
  return (
    <div className="flex items-center rounded-md transition-colors hover:bg-hover">
      <button
        type="button"
        aria-current={current ? "true" : undefined}
        onClick={onOpen}
        className="flex min-w-0 flex-1 items-baseline gap-3 px-3 py-2 pointer-coarse:py-3 text-left text-sm aria-[current]:font-semibold"
      >
        <span className="min-w-0 flex-1 truncate">{conversation.title}</span>
        <span className="shrink-0 text-xs font-normal text-ink-faint">{describeDay(day, clock.today, texts)}</span>
      </button>
      <Menu
        variant="quiet"
        size="icon"
        className="size-7.5 [&_svg]:size-4"
        aria-label={t("chat.history.options", { title: conversation.title })}
        label={<Ellipsis />}
      >
        <MenuItem onSelect={onRename}>
          <Pencil />
          {t("chat.history.rename")}
        </MenuItem>
        <MenuItem danger onSelect={onDelete}>
          <Trash2 />
          {t("chat.history.delete")}
        </MenuItem>
      </Menu>
    </div>
  );
}

type DoingProps = ConversationRowProps & { onDone: () => void };

function RenameForm({ conversation, onRenamed, onDone }: DoingProps): JSX.Element {
  const { t } = useTexts();
  const rename = useRenameConversation();
  const [title, setTitle] = useState(conversation.title);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const next = title.trim();
    if (next === "" || next === conversation.title) onDone();
    else {
      const onSuccess = (): void => {
        onRenamed(next);
        onDone();
      };
      rename.mutate({ id: conversation.id, title: next }, { onSuccess });
    }
  };
  return (
    <form onSubmit={submit} className="flex items-center gap-2 px-1 py-1">
      <input
        // Renaming was just asked for.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        aria-label={t("chat.history.newTitle")}
        value={title}
        maxLength={100}
        onChange={(event) => setTitle(event.target.value)}
        onKeyDown={(event) => leaveOnEscape(event, onDone)}
        className="h-8 min-w-0 flex-1 rounded-md border border-accent bg-raised px-2 text-sm outline-none"
      />
      <Button type="submit" size="small" disabled={rename.isPending}>
        {t("common.save")}
      </Button>
    </form>
  );
}

function DeleteQuestion({ conversation, onDeleted, onDone }: DoingProps): JSX.Element {
  const { t } = useTexts();
  const remove = useDeleteConversation();
  const onSuccess = (): void => {
    onDeleted();
    onDone();
  };
  return (
    // A key for the question as a whole; its button does the same.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div onKeyDown={(event) => leaveOnEscape(event, onDone)} className="flex items-center gap-2 px-3 py-1.5 text-sm">
      <p role="alert" className="min-w-0 flex-1 truncate">
        {t("chat.history.deleteQuestion", { title: conversation.title })}
      </p>
      <Button size="small" variant="quiet" onClick={onDone}>
        {t("common.cancel")}
      </Button>
      <Button
        // The menu that asked for it is gone.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        size="small"
        className="text-danger"
        disabled={remove.isPending}
        onClick={() => remove.mutate(conversation.id, { onSuccess })}
      >
        {t("chat.history.delete")}
      </Button>
    </div>
  );
}

function leaveOnEscape(event: KeyboardEvent, leave: () => void): void {
  if (event.key !== "Escape") return;
  // Not also the panel around it.
  event.preventDefault();
  event.stopPropagation();
  leave();
}

"use client";
// Making a saved filter, or changing one.
import { type JSX, type SubmitEvent, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import { FormError } from "@/features/accounts/form-error";
import { ColorPicker } from "@/features/projects/project-form";
import { describeError } from "@/lib/api/problem";
import type { SavedFilter } from "@/lib/api/types";
import { useTexts } from "@/lib/texts/texts-provider";
import { useGoTo } from "@/lib/use-go-to";
import { uuidv7 } from "@/lib/uuid";
import { type FilterDraft, useChangeFilter, useCreateFilter } from "./actions";
import { completionsAt, type Names } from "./completion";
import { type FilterCheck, type FilterTrouble, useFilterCheck } from "./filter-check";
import { FilterInput, useFilterNames } from "./filter-input";

interface FilterDialogProps {
  /** Null makes a new one. */
  filter: SavedFilter | null;
  onClose: () => void;
}

export function FilterDialog({ filter, onClose }: FilterDialogProps): JSX.Element {
  const { t } = useTexts();
  return (
    <Dialog onClose={onClose} title={filter === null ? t("filters.newFilter") : t("filters.editFilter")} width="wide">
      {filter === null ? <NewFilter onClose={onClose} /> : <ExistingFilter filter={filter} onClose={onClose} />}
    </Dialog>
  );
}

function NewFilter({ onClose }: { onClose: () => void }): JSX.Element {
  const goTo = useGoTo();
  const create = useCreateFilter();
  const [id] = useState(uuidv7);
  const onSuccess = (): void => {
    onClose();
    goTo(`/filters/${id}`);
  };
  return (
    <FilterForm
      initial={{ name: "", query: "", color: "blue" }}
      busy={create.isPending}
      error={create.error}
      onSubmit={(draft) => create.mutate({ ...draft, id }, { onSuccess })}
      onCancel={onClose}
    />
  );
}

function ExistingFilter({ filter, onClose }: { filter: SavedFilter; onClose: () => void }): JSX.Element {
  const change = useChangeFilter(filter);
  return (
    <FilterForm
      initial={filter}
      busy={change.isPending}
      error={change.error}
      onSubmit={(draft) => change.mutate(draft, { onSuccess: onClose })}
      onCancel={onClose}
    />
  );
}

interface FilterFormProps {
  initial: FilterDraft;
  busy: boolean;
  error: Error | null;
  onSubmit: (draft: FilterDraft) => void;
  onCancel: () => void;
}

function FilterForm({ initial, busy, error, onSubmit, onCancel }: FilterFormProps): JSX.Element {
  const texts = useTexts();
  const { t } = texts;
  const noteId = useId();
  const [{ name, query, color }, setDraft] = useState<FilterDraft>(initial);
  const change = (part: Partial<FilterDraft>): void => setDraft((draft) => ({ ...draft, ...part }));
  const check = useFilterCheck(query);
  const [writing, setWriting] = useState(false);
  const names = useFilterNames();
  const trouble = writing && isUnfinished(query, check.trouble, names) ? null : check.trouble;
  const ready = name.trim() !== "" && query.trim() !== "" && check.trouble === null && !busy;
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (ready) onSubmit({ name: name.trim(), query: query.trim(), color });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-4 p-6 pt-3">
      <FormError message={error ? describeError(error, texts) : undefined} />
      <TextField
        label={t("projects.name")}
        placeholder={t("filters.namePlaceholder")}
        value={name}
        onChange={(event) => change({ name: event.target.value })}
        maxLength={100}
        autoComplete="off"
        required
      />
      <FilterInput
        value={query}
        trouble={trouble}
        describedBy={noteId}
        onChange={(text) => change({ query: text })}
        onWriting={setWriting}
      />
      <CheckNote id={noteId} check={{ ...check, trouble }} query={query} onFix={(text) => change({ query: text })} />
      <ColorPicker value={color} onChange={(chosen) => change({ color: chosen })} />
      <footer className="flex justify-end gap-2">
        <Button variant="quiet" onClick={onCancel}>
          {t("common.cancel")}
        </Button>
        <Button type="submit" variant="primary" disabled={!ready}>
          {t("common.save")}
        </Button>
      </footer>
    </form>
  );
}

/** A word that begins like one that there is will be one in a moment: nobody needs to hear that it is none yet. */
function isUnfinished(query: string, trouble: FilterTrouble | null, names: Names): boolean {
  return trouble !== null && trouble.end === query.length && completionsAt(query, query.length, names).length > 0;
}

interface CheckNoteProps {
  id: string;
  check: FilterCheck;
  query: string;
  onFix: (query: string) => void;
}

function CheckNote({ id, check: { trouble, found, more }, query, onFix }: CheckNoteProps): JSX.Element {
  const { t } = useTexts();
  return (
    <div id={id} role="status" className="-mt-1 min-h-10 text-sm text-ink-faint">
      {trouble !== null && (
        <p className="text-danger">
          {trouble.message}{" "}
          {trouble.suggestion !== null && (
            <Button
              variant="quiet"
              size="small"
              className="ml-1 bg-sunken"
              onClick={() => onFix(query.slice(0, trouble.start) + (trouble.suggestion ?? "") + query.slice(trouble.end))}
            >
              {t("filters.use", { text: trouble.suggestion })}
            </Button>
          )}
        </p>
      )}
      {found !== null && (
        <>
          <p>{more ? t("filters.findsMore", { count: found.length }) : t("filters.finds", { count: found.length })}</p>
          <p className="truncate">{found.map(({ title }) => title).join(" · ")}</p>
        </>
      )}
      {trouble === null && found === null && query.trim() === "" && <p>{t("filters.hint")}</p>}
    </div>
  );
}

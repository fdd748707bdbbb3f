"use client";
// Full text search through all tasks: the words that were found are marked.
import { keepPreviousData, useInfiniteQuery, type UseInfiniteQueryResult, type InfiniteData } from "@tanstack/react-query";
import { Search } from "lucide-react";
import { useRouter, useSearchParams } from "next/navigation";
import { type JSX, useEffect, useRef, useState } from "react";
import { inputClasses } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/features/shell/page-header";
import { Paged } from "@/features/shell/paged";
import { isOpen } from "@/features/tasks/is-open";
import { useTaskActions } from "@/features/tasks/task-actions";
import { TaskCheck } from "@/features/tasks/task-check";
import { TaskMeta } from "@/features/tasks/task-meta";
import { api, read } from "@/lib/api/client";
import type { SearchHit } from "@/lib/api/types";
import { isByFinger } from "@/lib/by-finger";
import { cn } from "@/lib/class-names";
import { useTexts } from "@/lib/texts/texts-provider";
import { useDebounced } from "@/lib/use-debounced";
import { around, marked } from "./marked";
import { plain } from "./plain";

const DELAY_MS = 150;
const PAGE_SIZE = 30;

interface SearchAnswer {
  items: SearchHit[];
  next_cursor: string | null;
}

function useSearch(words: string): UseInfiniteQueryResult<InfiniteData<SearchAnswer>> {
  return useInfiniteQuery({
    queryKey: ["tasks", "found", words],
    queryFn: ({ pageParam, signal }) => {
      const page = { limit: PAGE_SIZE, ...(pageParam === undefined ? {} : { cursor: pageParam }) };
      return read(api.GET("/api/search", { params: { query: { q: words, ...page } }, signal }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
    enabled: words !== "",
    placeholderData: keepPreviousData,
    retry: false,
  });
}

export function SearchPage(): JSX.Element {
  const { t } = useTexts();
  const router = useRouter();
  const asked = useSearchParams().get("q") ?? "";
  const [text, setText] = useState(asked);
  const words = useDebounced(text.trim(), DELAY_MS);
  // The address holds what was searched for, so that going back leads to it.
  useEffect(() => {
    if (words !== asked) router.replace(words === "" ? "/search" : `/search?q=${encodeURIComponent(words)}`);
  }, [asked, router, words]);
  const field = useRef<HTMLInputElement>(null);
  const [writes] = useState(asked === "");
  useEffect(() => {
    // Whoever comes with words comes to see what they find, and on a phone would see half of it.
    if (!writes && !isByFinger()) field.current?.focus();
  }, [writes]);
  return (
    <>
      <PageHeader title={t("shell.search")} />
      <div role="search" className="relative mb-6">
        <Search aria-hidden className="pointer-events-none absolute top-1/2 left-3.5 size-4.5 -translate-y-1/2 text-ink-faint" />
        <input
          type="search"
          ref={field}
          // Whoever comes without words comes to write.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus={writes}
          aria-label={t("search.label")}
          placeholder={t("search.label")}
          value={text}
          maxLength={200}
          onChange={(event) => setText(event.target.value)}
          className={cn(inputClasses, "h-11 pr-3 pl-10.5 text-ellipsis")}
        />
      </div>
      {words !== "" && <Results words={words} />}
    </>
  );
}

function Results({ words }: { words: string }): JSX.Element {
  const { t } = useTexts();
  const query = useSearch(words);
  const count = query.data?.pages.reduce((sum, { items }) => sum + items.length, 0) ?? 0;
  const empty = (
    <Notice picture={<Search className="size-10 stroke-[1.25]" />} title={t("search.none")}>
      {t("search.noneLead")}
    </Notice>
  );
  return (
    <>
      <p role="status" className="sr-only">
        {query.isSuccess && t(query.hasNextPage ? "search.first" : "palette.results", { count })}
      </p>
      <Paged query={query} failed={t("palette.failed")} empty={empty}>
        {(hits) => (
          <ul aria-label={t("shell.search")} className="-mx-3">
            {hits.map((hit) => (
              <Hit key={hit.task.id} hit={hit} />
            ))}
          </ul>
        )}
      </Paged>
    </>
  );
}

function Hit({ hit: { task, title, notes } }: { hit: SearchHit }): JSX.Element {
  const actions = useTaskActions();
  const done = !isOpen(task);
  return (
    <li data-task-id={task.id} className="flex items-start gap-3 rounded-md px-3 py-2.5 hover:bg-hover">
      <TaskCheck task={task} onToggle={() => actions.toggle(task)} />
      <button type="button" data-task-title onClick={() => actions.edit(task)} className="min-w-0 flex-1 text-left">
        <span className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5 max-sm:flex-col">
          <Marked text={task.title} places={title} className={done ? "text-ink-faint line-through" : ""} />
          <TaskMeta task={task} shown={{ due: "day", project: true }} />
        </span>
        {notes.length > 0 && <Excerpt text={task.notes} places={notes} />}
      </button>
    </li>
  );
}

interface MarkedProps {
  text: string;
  places: SearchHit["title"];
  className?: string;
}

function Marked({ text, places, className }: MarkedProps): JSX.Element {
  return (
    <span className={cn("[overflow-wrap:anywhere]", className)}>
      {marked(text, places).map(({ text: piece, found }, index) =>
        found ? (
          <mark key={index} className="rounded-xs bg-accent-soft text-inherit">
            {piece}
          </mark>
        ) : (
          <span key={index}>{piece}</span>
        ),
      )}
    </span>
  );
}

function Excerpt({ text, places }: MarkedProps): JSX.Element {
  const read = plain(text, places);
  const part = around(read.text, read.places);
  return <Marked {...part} className="mt-0.5 block text-sm text-ink-faint" />;
}

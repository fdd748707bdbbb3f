"use client";
// What the palette offers, in groups. Each line is an option of the field above, which keeps the focus.
import { type JSX, useEffect, useRef } from "react";
import { Kbd } from "@/components/ui/kbd";
import { cn } from "@/lib/class-names";
import { useTexts } from "@/lib/texts/texts-provider";
import type { Group } from "./command-palette";
import type { Command } from "./commands";

interface PaletteListProps {
  id: string;
  groups: readonly Group[];
  active: number;
  onPoint: (index: number) => void;
  onChoose: (command: Command) => void;
}

export function PaletteList({ id, groups, active, onPoint, onChoose }: PaletteListProps): JSX.Element {
  const { t } = useTexts();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  }, [active, groups]);
  const firsts = groups.map((_, index) => groups.slice(0, index).reduce((sum, group) => sum + group.commands.length, 0));
  return (
    <div ref={list} id={id} role="listbox" aria-label={t("palette.title")} className="min-h-0 flex-1 overflow-y-auto p-2 empty:p-0">
      {groups.map((group, index) => (
        <div key={group.title} role="group" aria-label={group.title} className="pb-1">
          <p aria-hidden className="px-3 pt-2 pb-1 text-xs font-medium text-ink-faint">
            {group.title}
          </p>
          {group.commands.map((command, place) => {
            const own = (firsts[index] ?? 0) + place;
            return (
              <Line
                key={command.id}
                id={`${id}-${own}`}
                command={command}
                active={own === active}
                onPoint={() => onPoint(own)}
                onChoose={() => onChoose(command)}
              />
            );
          })}
        </div>
      ))}
    </div>
  );
}

interface LineProps {
  id: string;
  command: Command;
  active: boolean;
  onPoint: () => void;
  onChoose: () => void;
}

function Line({ id, command, active, onPoint, onChoose }: LineProps): JSX.Element {
  return (
    // Enter in the field does the same.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      onPointerMove={active ? undefined : onPoint}
      onClick={onChoose}
      className={cn(
        "flex min-h-10 cursor-pointer items-center gap-3 rounded-md px-3 py-1.5 select-none",
        active && "bg-hover",
      )}
    >
      <span aria-hidden className="grid w-4.5 shrink-0 place-items-center text-ink-faint [&_svg]:size-4">
        {command.icon}
      </span>
      <span className="min-w-0 flex-1 truncate">{command.label}</span>
      {command.shortcut !== undefined && (
        <span aria-hidden className="max-sm:hidden">
          <Kbd>{command.shortcut}</Kbd>
        </span>
      )}
    </div>
  );
}

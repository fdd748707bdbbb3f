"use client";
// What the palette offers, in groups. Each line is an option of the field above, which keeps the focus.
import type { JSX } from "react";
import { Kbd } from "@/components/ui/kbd";
import type { Combobox } from "@/components/ui/use-combobox";
import { cn } from "@/lib/class-names";
import { useTexts } from "@/lib/texts/texts-provider";
import type { Group } from "./command-palette";
import type { Command } from "./commands";

export function PaletteList({ box, groups }: { box: Combobox; groups: readonly Group[] }): JSX.Element {
  const { t } = useTexts();
  const firsts = groups.map((_, index) => groups.slice(0, index).reduce((sum, group) => sum + group.commands.length, 0));
  return (
    <div id={box.listId} role="listbox" aria-label={t("palette.title")} className="min-h-0 flex-1 overflow-y-auto p-2 empty:p-0">
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
                {...box.option(own)}
                command={command}
                active={own === box.active}
                onPoint={() => box.point(own)}
              />
            );
          })}
        </div>
      ))}
    </div>
  );
}

interface LineProps extends ReturnType<Combobox["option"]> {
  command: Command;
  active: boolean;
  onPoint: () => void;
}

function Line({ command, active, onPoint, ...option }: LineProps): JSX.Element {
  return (
    <div
      {...option}
      aria-selected={active}
      onPointerMove={active ? undefined : onPoint}
      className={cn(
        "flex min-h-10 pointer-coarse:min-h-11 cursor-pointer items-center gap-3 rounded-md px-3 py-1.5 select-none",
        active && "bg-hover",
      )}
    >
      <span aria-hidden className="grid w-4.5 shrink-0 place-items-center text-ink-faint [&_svg]:size-4">
        {command.icon}
      </span>
      <span className="min-w-0 flex-1 truncate">{command.label}</span>
      {command.shortcut !== undefined && (
        <span aria-hidden className="for-keys">
          <Kbd>{command.shortcut}</Kbd>
        </span>
      )}
    </div>
  );
}

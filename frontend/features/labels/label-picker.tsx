"use client";
// Choosing labels: type to find or to make one; each is on all of the tasks, on some, or on none.
import { Check, Minus, Plus } from "lucide-react";
import { type JSX, type ReactNode, useState } from "react";
import { inputClasses } from "@/components/ui/field";
import { type Combobox, useCombobox } from "@/components/ui/use-combobox";
import type { Label } from "@/lib/api/types";
import { cn } from "@/lib/class-names";
import { useTexts } from "@/lib/texts/texts-provider";
import { useEarlyText } from "@/lib/use-early-text";
import { uuidv7 } from "@/lib/uuid";
import { useCreateLabel } from "./actions";
import { useLabels } from "./queries";

export type Chosen = "all" | "some" | "none";

interface LabelPickerProps {
  typedBefore?: () => string;
  chosen: (id: string) => Chosen;
  onToggle: (id: string) => void;
  /** For whoever presses Enter with nothing typed, or with Ctrl. */
  onDone?: () => void;
}

export function LabelPicker({ chosen, typedBefore = () => "", onToggle, onDone }: LabelPickerProps): JSX.Element {
  const { t } = useTexts();
  const [text, setText] = useEarlyText(typedBefore);
  const { found, newName, create } = useMatching(text);
  const act = (index: number): void => {
    const label = found[index];
    setText("");
    if (label !== undefined) onToggle(label.id);
    else if (newName !== null) create(newName, onToggle);
  };
  const count = found.length + (newName === null ? 0 : 1);
  const box = useCombobox({ count, onChoose: act, onSubmit: onDone });
  return (
    <div data-look-first className="flex min-h-0 flex-col gap-2">
      <input
        {...box.field}
        aria-label={t("labels.find")}
        placeholder={t("labels.find")}
        value={text}
        maxLength={60}
        onChange={(event) => {
          setText(event.target.value);
          box.point(0);
        }}
        className={cn(inputClasses, "h-control shrink-0 px-3")}
      />
      <Options box={box} found={found} newName={newName} chosen={chosen} />
    </div>
  );
}

interface Matching {
  found: Label[];
  /** What could be made; null where there is such a label already. */
  newName: string | null;
  create: (name: string, onMade: (id: string) => void) => void;
}

function useMatching(text: string): Matching {
  const [made, setMade] = useState<ReadonlyMap<string, Label>>(new Map());
  const { mutate } = useCreateLabel();
  const labels = useLabels();
  const name = text.trim().replace(/^@/, "");
  const wanted = name.toLowerCase();
  // One that was just made is there at once.
  const all = [...labels, ...[...made.values()].filter((one) => !labels.some(({ id }) => id === one.id))];
  const isNew = wanted !== "" && !all.some((label) => label.name.toLowerCase() === wanted);
  const create = (chosen: string, onMade: (id: string) => void): void => {
    const onSuccess = ({ data }: { data: Label }): void => {
      setMade((before) => new Map([...before, [data.id, data]]));
      onMade(data.id);
    };
    mutate({ id: uuidv7(), name: chosen, color: "gray" }, { onSuccess });
  };
  return { found: all.filter((label) => label.name.toLowerCase().includes(wanted)), newName: isNew ? name : null, create };
}

interface OptionsProps extends Pick<Matching, "found" | "newName"> {
  box: Combobox;
  chosen: (id: string) => Chosen;
}

function Options({ box, found, newName, chosen }: OptionsProps): JSX.Element {
  const { t } = useTexts();
  return (
    <div id={box.listId} role="listbox" aria-multiselectable aria-label={t("tasks.labels")} className="max-h-56 overflow-y-auto">
      {found.map((label, index) => (
        <Option key={label.id} {...box.option(index)} active={index === box.active} chosen={chosen(label.id)}>
          <span data-color={label.color} className="size-2.5 shrink-0 rounded-full bg-(--project)" />
          <span className="min-w-0 flex-1 truncate">{label.name}</span>
        </Option>
      ))}
      {newName !== null && (
        <Option {...box.option(found.length)} active={box.active === found.length} chosen="none">
          <Plus aria-hidden className="size-4 text-accent" />
          {t("labels.createNamed", { name: newName })}
        </Option>
      )}
    </div>
  );
}

interface OptionProps extends ReturnType<Combobox["option"]> {
  active: boolean;
  chosen: Chosen;
  children: ReactNode;
}

function Option({ active, chosen, children, ...option }: OptionProps): JSX.Element {
  return (
    <div
      {...option}
      aria-selected={chosen === "all"}
      className={cn("flex h-line items-center gap-2.5 rounded-sm px-2.5 text-sm select-none hover:bg-hover", active && "bg-hover")}
    >
      {children}
      {chosen === "all" && <Check aria-hidden className="ml-auto size-4 text-accent" />}
      {chosen === "some" && <Minus aria-hidden className="ml-auto size-4 text-ink-faint" />}
    </div>
  );
}

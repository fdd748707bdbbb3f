"use client";
// The rule by which a task recurs: in words, and to be written in words.
import { Repeat, X } from "lucide-react";
import { type JSX, useState } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { useClock } from "@/lib/clock";
import { useTexts } from "@/lib/texts/texts-provider";
import { describeRule, type Rule } from "./rule-words";
import { useUnderstoodDate } from "./understood-date";

interface RecurrenceFieldProps {
  value: Rule | null;
  onChange: (rule: Rule | null) => void;
}

export function RecurrenceField({ value, onChange }: RecurrenceFieldProps): JSX.Element {
  const texts = useTexts();
  const { t } = texts;
  const { today } = useClock();
  const [writing, setWriting] = useState(false);
  if (writing) return <RuleInput value={value} onTake={onChange} onClose={() => setWriting(false)} />;
  return (
    <div className="flex items-center gap-1.5 text-sm">
      <Button variant="quiet" size="small" className="bg-sunken" onClick={() => setWriting(true)}>
        <Repeat aria-hidden className="size-3.5" />
        {value === null ? t("rules.add") : describeRule(value, today, texts)}
      </Button>
      {value !== null && (
        <Button variant="quiet" size="icon" aria-label={t("rules.remove")} className="size-7.5 [&_svg]:size-4" onClick={() => onChange(null)}>
          <X />
        </Button>
      )}
    </div>
  );
}

interface RuleInputProps {
  value: Rule | null;
  onTake: (rule: Rule) => void;
  onClose: () => void;
}

function RuleInput({ value, onTake, onClose }: RuleInputProps): JSX.Element {
  const texts = useTexts();
  const { t } = texts;
  const { today } = useClock();
  const [before] = useState(() => (value === null ? "" : describeRule(value, today, texts)));
  const [text, setText] = useState(before);
  const { rule } = useUnderstoodDate(text === before ? "" : text);
  const hint = text === before ? undefined : rule !== null ? describeRule(rule, today, texts) : text.trim() === "" ? undefined : t("rules.notRead");
  return (
    <TextField
      // It appears because somebody asked to write here.
      // eslint-disable-next-line jsx-a11y/no-autofocus
      autoFocus
      onFocus={(event) => event.target.select()}
      label={t("rules.label")}
      placeholder={t("rules.placeholder")}
      value={text}
      hint={hint ?? t("rules.hint")}
      autoComplete="off"
      onChange={(event) => setText(event.target.value)}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== "Escape") return;
        event.preventDefault();
        event.stopPropagation();
        if (event.key === "Enter" && rule !== null) onTake(rule);
        if (event.key === "Escape" || rule !== null || text === before) onClose();
      }}
      onBlur={() => {
        if (rule !== null) onTake(rule);
        onClose();
      }}
    />
  );
}

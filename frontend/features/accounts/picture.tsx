// A look at what is behind the sign-in, drawn with its own shapes. Decorative.
import type { JSX, ReactNode } from "react";
import type { Translate } from "@/lib/texts/catalogue";
import { cn } from "@/lib/class-names";

interface Line {
  title: string;
  note: string;
  priority: 1 | 2 | 3 | 4;
  done?: boolean;
}

const LINES: (Line & { title: `accounts.pictureTask${1 | 2 | 3 | 4}` })[] = [
  { title: "accounts.pictureTask1", note: "", priority: 4, done: true },
  { title: "accounts.pictureTask2", note: "17:00", priority: 1 },
  { title: "accounts.pictureTask3", note: "18:30", priority: 3 },
  { title: "accounts.pictureTask4", note: "", priority: 4 },
];

export function DayPicture({ t }: { t: Translate }): JSX.Element {
  return (
    <div aria-hidden className="relative w-full max-w-md select-none">
      <Card className="p-7">
        <p className="text-xl font-semibold tracking-[-0.02em]">{t("shell.today")}</p>
        <p className="mb-4 text-sm text-ink-faint">{t("accounts.pictureLead")}</p>
        {LINES.map((line) => (
          <LineView key={line.title} {...line} title={t(line.title)} />
        ))}
      </Card>
      <p className="mt-7 ml-auto w-fit rounded-lg rounded-br-xs bg-accent px-4 py-2.5 text-on-accent shadow-raised">
        {t("accounts.pictureQuestion")}
      </p>
      <Card className="mt-3 w-72 px-4 py-3 text-sm">
        <LineView title={t("accounts.pictureTask5")} note="09:00" priority={2} small />
      </Card>
    </div>
  );
}

function Card({ className, children }: { className: string; children: ReactNode }): JSX.Element {
  return <div className={cn("rounded-xl bg-raised shadow-floating", className)}>{children}</div>;
}

function LineView({ title, note, priority, done = false, small = false }: Line & { small?: boolean }): JSX.Element {
  return (
    <div className={cn("flex items-center gap-3", !small && "py-2.5")}>
      <span
        data-priority={priority}
        className={cn(
          "grid size-5 shrink-0 place-items-center rounded-full border-[1.5px]",
          done ? "border-accent bg-accent text-on-accent" : "border-(--ring)",
        )}
      >
        {done && (
          <svg viewBox="0 0 16 16" className="size-3.5 fill-none stroke-current stroke-2">
            <path d="M3.8 8.4l2.8 2.8 5.6-6.2" strokeLinecap="round" strokeLinejoin="round" />
          </svg>
        )}
      </span>
      <span className={cn("flex-1", done && "text-ink-faint line-through")}>{title}</span>
      <span className="text-sm text-ink-faint tabular-nums">{note}</span>
    </div>
  );
}

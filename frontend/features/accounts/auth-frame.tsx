// The page around signing in and up.
import type { JSX, ReactNode } from "react";
import { Logo } from "@/components/ui/logo";
import type { Translate } from "@/lib/texts/catalogue";
import { DayPicture } from "./picture";

export function AuthFrame({ t, children }: { t: Translate; children: ReactNode }): JSX.Element {
  return (
    <div className="grid min-h-dvh lg:grid-cols-2">
      <main className="flex flex-col items-center px-6 pt-[max(4rem,16dvh)] pb-16">
        <div className="w-full max-w-sm">
          <Logo className="mb-10" />
          {children}
        </div>
      </main>
      <div className="hidden items-center justify-center bg-sidebar p-12 lg:flex">
        <DayPicture t={t} />
      </div>
    </div>
  );
}

export function AuthHeading({ title, lead }: { title: string; lead: string }): JSX.Element {
  return (
    <header className="mb-8">
      <h1 className="text-2xl font-semibold tracking-[-0.022em]">{title}</h1>
      <p className="mt-1.5 text-ink-faint">{lead}</p>
    </header>
  );
}

"use client";
// The page around signing in and up.
import { QueryClientProvider } from "@tanstack/react-query";
import { type JSX, type ReactNode, useState } from "react";
import { Logo } from "@/components/ui/logo";
import { createQueryClient } from "@/lib/query-client";
import { DayPicture } from "./picture";

export function AuthFrame({ children }: { children: ReactNode }): JSX.Element {
  const [client] = useState(createQueryClient);
  return (
    <QueryClientProvider client={client}>
      <div className="grid min-h-dvh lg:grid-cols-2">
        <main className="flex flex-col items-center px-6 pt-[max(4rem,16dvh)] pb-16">
          <div className="w-full max-w-sm">
            <Logo className="mb-10" />
            {children}
          </div>
        </main>
        <div className="hidden items-center justify-center bg-sidebar p-12 lg:flex">
          <DayPicture />
        </div>
      </div>
    </QueryClientProvider>
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

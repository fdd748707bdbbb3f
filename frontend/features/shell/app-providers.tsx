"use client";
// What every page for signed-in people needs around it: the query cache, messages, and the way back in when the session ends.
import { QueryClientProvider } from "@tanstack/react-query";
import { type JSX, type ReactNode, useState } from "react";
import { ToastProvider } from "@/components/ui/toasts";
import { SessionExpiredDialog } from "@/features/accounts/session-expired-dialog";
import { createQueryClient } from "@/lib/query-client";

export function AppProviders({ children }: { children: ReactNode }): JSX.Element {
  const [expired, setExpired] = useState(false);
  const [client] = useState(() => createQueryClient(() => setExpired(true)));
  return (
    <QueryClientProvider client={client}>
      <ToastProvider>
        {children}
        <SessionExpiredDialog open={expired} onSignedIn={() => setExpired(false)} />
      </ToastProvider>
    </QueryClientProvider>
  );
}

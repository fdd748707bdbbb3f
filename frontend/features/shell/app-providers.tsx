"use client";
// What every page for signed-in people needs around it: the query cache, messages, and the way back in when the session ends.
import { QueryClientProvider } from "@tanstack/react-query";
import { type JSX, type ReactNode, Suspense, useState } from "react";
import { ToastProvider } from "@/components/ui/toasts";
import { lazyPart } from "@/lib/lazy-part";
import { createQueryClient } from "@/lib/query-client";

const SessionExpired = lazyPart(
  async () => (await import("@/features/accounts/session-expired-dialog")).SessionExpiredDialog,
);

export function AppProviders({ children }: { children: ReactNode }): JSX.Element {
  const [expired, setExpired] = useState(false);
  const [client] = useState(() => createQueryClient(() => setExpired(true)));
  return (
    <QueryClientProvider client={client}>
      <ToastProvider>
        {children}
        <Suspense fallback={null}>{expired && <SessionExpired onSignedIn={() => setExpired(false)} />}</Suspense>
      </ToastProvider>
    </QueryClientProvider>
  );
}

"use client";
import { useQueryClient } from "@tanstack/react-query";
import { type JSX, useEffect } from "react";
import { useMe } from "@/features/accounts/queries";
import { goOnOffline } from "./offline";
import { OfflineBanner } from "./offline-banner";
import { canKeep } from "./store";
import { installWorker } from "./service-worker";

/** Keeps the app going without a connection, and says so. */
export function OfflineMode(): JSX.Element {
  const client = useQueryClient();
  const { id } = useMe();
  useEffect(() => {
    // Browsers that keep nothing go on as they always did.
    if (!canKeep()) return;
    void installWorker();
    return goOnOffline(client, id);
  }, [client, id]);
  return <OfflineBanner />;
}

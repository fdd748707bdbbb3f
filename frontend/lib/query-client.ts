// The query cache and its rules, the same on server and in the browser.
import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { isUnauthenticated, ProblemError } from "./api/problem";

const FRESH_MS = 20_000;
const RETRY_DELAY_MS = 400;

/** `onUnauthenticated` is called whenever a request finds the session ended. */
export function createQueryClient(onUnauthenticated: () => void = () => undefined): QueryClient {
  const onError = (error: unknown): void => {
    if (isUnauthenticated(error)) onUnauthenticated();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: { staleTime: FRESH_MS, retry: shouldRetry, retryDelay: RETRY_DELAY_MS },
      // Without this, changes made offline would wait silently instead of saying that they failed.
      mutations: { networkMode: "always" },
    },
  });
}

/** Once, and only what may be better the next time. */
function shouldRetry(failures: number, error: unknown): boolean {
  const passing = !(error instanceof ProblemError) || error.status === 0 || error.status >= 500;
  return failures < 1 && passing;
}

"use client";
// One request of a form: under way, refused, or done. The forms before signing in need no more of a query cache than this.
import { useState } from "react";

export interface Attempt<Input> {
  run: (input: Input) => void;
  /** Stays so after a success: the page is being left. */
  busy: boolean;
  error: Error | null;
}

export function useAttempt<Input>(act: (input: Input) => Promise<unknown>, onSuccess: () => void): Attempt<Input> {
  const [state, setState] = useState<{ busy: boolean; error: Error | null }>({ busy: false, error: null });
  const attempt = async (input: Input): Promise<void> => {
    setState({ busy: true, error: null });
    try {
      await act(input);
      onSuccess();
    } catch (error) {
      setState({ busy: false, error: error instanceof Error ? error : new Error(String(error)) });
    }
  };
  return { ...state, run: (input) => void attempt(input) };
}

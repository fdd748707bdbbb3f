// A change that is sent, told of with a way to undo it, and followed by asking anew for what it touched.
import { type UseMutationResult, useMutation, useQueryClient } from "@tanstack/react-query";
import type { Written } from "@/lib/api/client";
import { refreshAfterChange } from "./refresh";
import { useAnnounce } from "./undo";

interface ChangeOptions<Input, Output> {
  send: (input: Input) => Promise<Written<Output>>;
  /** What the message says. */
  said: (input: Input, output: Output) => string;
  /** Where the form that asked shows the refusal itself. */
  quiet?: boolean;
}

export type ChangeResult<Input, Output> = UseMutationResult<Written<Output>, Error, Input>;

export function useChange<Input, Output>({ send, said, quiet = false }: ChangeOptions<Input, Output>): ChangeResult<Input, Output> {
  const client = useQueryClient();
  const announce = useAnnounce();
  return useMutation({
    mutationKey: ["change", "list"],
    mutationFn: send,
    onSuccess: ({ data, changeGroup }, input) => announce.done(said(input, data), changeGroup),
    onError: (error) => {
      if (!quiet) announce.failed(error);
    },
    onSettled: () => refreshAfterChange(client),
  });
}

// Going to another page when what was pressed is gone with the one before: the heading there gets the focus.
import { useRouter } from "next/navigation";
import { useCallback } from "react";

/** Tells whoever looks after the focus which page somebody goes to. */
export const GOING = "going";

declare global {
  interface DocumentEventMap {
    going: CustomEvent<string>;
  }
}

export function useGoTo(): (path: string) => void {
  const router = useRouter();
  return useCallback(
    (path) => {
      document.dispatchEvent(new CustomEvent(GOING, { detail: path }));
      router.push(path);
    },
    [router],
  );
}

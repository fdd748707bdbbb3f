// Whether a visitor may make an account here; whoever runs the server decides.
import "server-only";
import { read } from "@/lib/api/client";
import { serverApi } from "@/lib/api/server";

/** A server that is down is told when the form is sent. */
export async function isSignUpOpen(): Promise<boolean> {
  const api = await serverApi();
  return read(api.GET("/api/auth/sign-up")).then(
    ({ open }) => open,
    () => true,
  );
}

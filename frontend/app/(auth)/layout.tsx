import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import type { JSX, ReactNode } from "react";
import { AuthFrame } from "@/features/accounts/auth-frame";
import { read } from "@/lib/api/client";
import { serverApi, SESSION_COOKIE } from "@/lib/api/server";
import { serverTexts } from "@/lib/texts/server";

/** Whoever is signed in already has nothing to do here. */
export default async function AuthLayout({ children }: { children: ReactNode }): Promise<JSX.Element> {
  if (await isSignedIn()) redirect("/today");
  const { t } = await serverTexts();
  return <AuthFrame t={t}>{children}</AuthFrame>;
}

async function isSignedIn(): Promise<boolean> {
  if (!(await cookies()).has(SESSION_COOKIE)) return false;
  const api = await serverApi();
  // A server that is down is told when the form is sent.
  return read(api.GET("/api/auth/me")).then(
    () => true,
    () => false,
  );
}

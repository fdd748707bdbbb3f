import type { Metadata } from "next";
import type { JSX } from "react";
import { AuthHeading } from "@/features/accounts/auth-frame";
import { SignInForm } from "@/features/accounts/sign-in-form";
import { texts } from "@/features/accounts/texts";
import { safeNext } from "@/lib/sign-in-path";

export const metadata: Metadata = { title: texts.signIn };

export default async function Page({ searchParams }: PageProps<"/sign-in">): Promise<JSX.Element> {
  const { next, reason } = await searchParams;
  const wanted = typeof next === "string" ? next : undefined;
  const signUpHref = wanted === undefined ? "/sign-up" : `/sign-up?next=${encodeURIComponent(wanted)}`;
  return (
    <>
      <AuthHeading title={texts.signInTitle} lead={reason === "expired" ? texts.expired : texts.signInLead} />
      <SignInForm next={safeNext(wanted)} signUpHref={signUpHref} />
    </>
  );
}

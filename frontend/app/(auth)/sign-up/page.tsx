import type { Metadata } from "next";
import type { JSX } from "react";
import { AuthHeading } from "@/features/accounts/auth-frame";
import { SignUpForm } from "@/features/accounts/sign-up-form";
import { texts } from "@/features/accounts/texts";
import { safeNext } from "@/lib/sign-in-path";

export const metadata: Metadata = { title: texts.signUp };

export default async function Page({ searchParams }: PageProps<"/sign-up">): Promise<JSX.Element> {
  const { next } = await searchParams;
  const wanted = typeof next === "string" ? next : undefined;
  const signInHref = wanted === undefined ? "/sign-in" : `/sign-in?next=${encodeURIComponent(wanted)}`;
  return (
    <>
      <AuthHeading title={texts.signUpTitle} lead={texts.signUpLead} />
      <SignUpForm next={safeNext(wanted)} signInHref={signInHref} />
    </>
  );
}

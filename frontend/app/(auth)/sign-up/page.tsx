import type { Metadata } from "next";
import type { JSX } from "react";
import { AuthHeading } from "@/features/accounts/auth-frame";
import { SignUpForm } from "@/features/accounts/sign-up-form";
import { SignUpClosed } from "@/features/accounts/sign-up-closed";
import { isSignUpOpen } from "@/features/accounts/sign-up-open";
import { otherWay, safeNext } from "@/lib/sign-in-path";
import { serverTexts } from "@/lib/texts/server";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await serverTexts();
  return { title: t("accounts.signUp") };
}

export default async function Page({ searchParams }: PageProps<"/sign-up">): Promise<JSX.Element> {
  const { t } = await serverTexts();
  const { next } = await searchParams;
  const wanted = typeof next === "string" ? next : undefined;
  const signInHref = otherWay("/sign-in", wanted);
  if (!(await isSignUpOpen())) return <SignUpClosed t={t} signInHref={signInHref} />;
  return (
    <>
      <AuthHeading title={t("accounts.signUpTitle")} lead={t("accounts.signUpLead")} />
      <SignUpForm next={safeNext(wanted)} signInHref={signInHref} />
    </>
  );
}

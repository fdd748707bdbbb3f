import type { Metadata } from "next";
import type { JSX } from "react";
import { AuthHeading } from "@/features/accounts/auth-frame";
import { SignInForm } from "@/features/accounts/sign-in-form";
import { isSignUpOpen } from "@/features/accounts/sign-up-open";
import { otherWay, safeNext } from "@/lib/sign-in-path";
import { serverTexts } from "@/lib/texts/server";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await serverTexts();
  return { title: t("accounts.signIn") };
}

export default async function Page({ searchParams }: PageProps<"/sign-in">): Promise<JSX.Element> {
  const { t } = await serverTexts();
  const { next, reason } = await searchParams;
  const wanted = typeof next === "string" ? next : undefined;
  const signUpHref = (await isSignUpOpen()) ? otherWay("/sign-up", wanted) : undefined;
  return (
    <>
      <AuthHeading title={t("accounts.signInTitle")} lead={reason === "expired" ? t("accounts.expired") : t("accounts.signInLead")} />
      <SignInForm next={safeNext(wanted)} signUpHref={signUpHref} />
    </>
  );
}

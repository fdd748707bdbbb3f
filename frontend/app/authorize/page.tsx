import type { Metadata } from "next";
import type { JSX } from "react";
import { AuthFrame, AuthHeading } from "@/features/accounts/auth-frame";
import { ConsentForm } from "@/features/consent/consent-form";
import { ProblemError } from "@/lib/api/problem";
import { readOrSignIn } from "@/lib/api/server";
import type { ConsentRequest } from "@/lib/api/types";
import { serverTexts } from "@/lib/texts/server";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await serverTexts();
  return { title: t("consent.title") };
}

/** A program wants access. Whoever is not signed in does that first and comes back. */
export default async function Page({ searchParams }: PageProps<"/authorize">): Promise<JSX.Element> {
  const { t } = await serverTexts();
  const { request } = await searchParams;
  const asked = await askedFor(typeof request === "string" ? request : "");
  return (
    <AuthFrame t={t}>
      <AuthHeading
        title={t("consent.title")}
        lead={asked === null ? t("consent.gone") : t("consent.lead", { name: asked.client_name })}
      />
      {asked !== null && <ConsentForm asked={asked} />}
    </AuthFrame>
  );
}

/** Null for a request that is decided already, too old, or somebody else's. */
async function askedFor(id: string): Promise<ConsentRequest | null> {
  try {
    return await readOrSignIn((api) =>
      api.GET("/api/oauth/requests/{request_id}", { params: { path: { request_id: id } } }),
    );
  } catch (error) {
    if (error instanceof ProblemError && (error.status === 404 || error.status === 422)) return null;
    throw error;
  }
}

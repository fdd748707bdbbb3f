"use client";
// Shows a new account what it can do, by doing it. Gone for good with the first change, or when it is sent away.
import { Keyboard, type LucideIcon, Sparkles, WandSparkles, X } from "lucide-react";
import { useRouter } from "next/navigation";
import type { JSX, ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { Button } from "@/components/ui/button";
import { useMe } from "@/features/accounts/queries";
import { useShell } from "@/features/shell/shell-context";
import { useChangeProfile } from "@/features/accounts/actions";
import { api, read } from "@/lib/api/client";
import { cn } from "@/lib/class-names";
import { useTexts } from "@/lib/texts/texts-provider";
import { useSampleProject } from "./sample-project";

export function Welcome(): JSX.Element | null {
  const { welcome_dismissed: sentAway } = useMe();
  const change = useChangeProfile();
  // Gone at once; should it not have been kept, it is there the next time.
  const dismissed = sentAway || change.variables !== undefined;
  const { data: isNew = false } = useQuery({
    queryKey: ["changes", "any"],
    queryFn: async () => (await read(api.GET("/api/changes", { params: { query: { limit: 1 } } }))).items.length === 0,
    enabled: !dismissed,
  });
  if (dismissed || !isNew) return null;
  return <WelcomeCard onDismiss={() => change.mutate({ welcome_dismissed: true })} />;
}

function WelcomeCard({ onDismiss }: { onDismiss: () => void }): JSX.Element {
  const { t } = useTexts();
  const shell = useShell();
  const router = useRouter();
  const sample = useSampleProject();
  const openSample = (): void => sample.mutate(undefined, { onSuccess: (projectId) => router.push(`/projects/${projectId}`) });
  return (
    <section aria-labelledby="welcome" className="mx-auto mt-2 max-w-lg animate-appear rounded-lg border border-line bg-raised p-5 text-left shadow-raised">
      <header className="mb-2 flex items-center gap-3">
        <h2 id="welcome" className="flex-1 font-semibold">
          {t("welcome.title")}
        </h2>
        <Button variant="quiet" size="icon" aria-label={t("welcome.dismiss")} title={t("welcome.dismiss")} onClick={onDismiss}>
          <X />
        </Button>
      </header>
      <ul className="flex flex-col">
        <Way icon={WandSparkles} title={t("welcome.quickAdd")} lead={t("welcome.quickAddLead")}>
          <Button size="small" onClick={() => shell.openQuickAdd(undefined, t("welcome.quickAddExample"))}>
            {t("welcome.try")}
          </Button>
        </Way>
        <Way icon={Sparkles} title={t("welcome.assistant")} lead={t("welcome.assistantLead")}>
          <Button size="small" onClick={() => router.push("/assistant")}>
            {t("welcome.ask")}
          </Button>
        </Way>
        <Way withKeys icon={Keyboard} title={t("welcome.keyboard")} lead={t("welcome.keyboardLead")}>
          <Button size="small" onClick={shell.openShortcuts}>
            {t("welcome.show")}
          </Button>
        </Way>
      </ul>
      <footer className="mt-3 flex flex-wrap items-center justify-between gap-3 border-t border-line pt-4">
        <p className="text-sm text-ink-faint">{t("welcome.sampleLead")}</p>
        <Button disabled={sample.isPending} onClick={openSample}>
          {t("welcome.sample")}
        </Button>
      </footer>
    </section>
  );
}

interface WayProps {
  icon: LucideIcon;
  title: string;
  lead: string;
  /** Only for whoever has a keyboard. */
  withKeys?: boolean;
  children: ReactNode;
}

function Way({ icon: Icon, title, lead, withKeys = false, children }: WayProps): JSX.Element {
  return (
    <li className={cn("flex items-center gap-4 py-2.5", withKeys && "max-md:hidden pointer-coarse:hidden")}>
      <span aria-hidden className="grid max-[22.5rem]:hidden size-9 shrink-0 place-items-center rounded-full bg-accent-soft text-accent">
        <Icon className="size-4.5" />
      </span>
      <span className="min-w-0 flex-1">
        <span className="block font-medium">{title}</span>
        <span className="block text-sm text-ink-faint">{lead}</span>
      </span>
      {children}
    </li>
  );
}

// The account as files to keep or to take elsewhere. Plain links: the browser saves what they lead to.
import { Download } from "lucide-react";
import type { JSX } from "react";
import { useTexts } from "@/lib/texts/texts-provider";

export function ExportLinks(): JSX.Element {
  const { t } = useTexts();
  return (
    <div className="flex flex-col gap-3">
      <h3 className="text-sm font-medium text-ink-soft">{t("transfer.exportTitle")}</h3>
      <ExportLink href="/api/export?trash=true" name={t("transfer.exportAll")} lead={t("transfer.exportAllLead")} />
      <ExportLink href="/api/export?format=csv" name={t("transfer.exportTasks")} lead={t("transfer.exportTasksLead")} />
      <ExportLink href="/api/export?format=ics" name={t("transfer.exportToDos")} lead={t("transfer.exportToDosLead")} />
    </div>
  );
}

function ExportLink({ href, name, lead }: { href: string; name: string; lead: string }): JSX.Element {
  return (
    <div>
      <a href={href} download className="button button-secondary button-medium">
        <Download aria-hidden className="size-4" />
        {name}
      </a>
      <p className="mt-1.5 text-sm text-ink-faint">{lead}</p>
    </div>
  );
}

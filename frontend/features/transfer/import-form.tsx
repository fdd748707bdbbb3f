// A file is chosen, looked at, and imported once the person says so.
import { type JSX, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import { FormError } from "@/features/accounts/form-error";
import { useAnnounce } from "@/features/changes/undo";
import { describeError } from "@/lib/api/problem";
import type { ImportResult } from "@/lib/api/types";
import { useTexts } from "@/lib/texts/texts-provider";
import { uuidv7 } from "@/lib/uuid";
import { type Upload, useImport, usePreview } from "./actions";
import { FileField } from "./file-field";
import { Imported } from "./imported";
import { ImportPreview } from "./import-preview";

export function ImportForm(): JSX.Element {
  const texts = useTexts();
  const { t } = texts;
  const look = usePreview();
  const announce = useAnnounce();
  const [upload, setUpload] = useState<Upload | null>(null);
  const [imported, setImported] = useState<ImportResult | null>(null);
  const choose = (file: File): void => {
    const chosen = { file, id: uuidv7() };
    setUpload(chosen);
    setImported(null);
    look.mutate(chosen);
  };
  const finish = (result: ImportResult, group: string | null): void => {
    setImported(result);
    setUpload(null);
    announce.done(t("transfer.imported", { count: result.counts.tasks }), group);
  };
  const error = look.error === null ? undefined : describeError(look.error, texts);
  return (
    <div className="flex flex-col gap-4">
      <h3 className="text-sm font-medium text-ink-soft">{t("transfer.importTitle")}</h3>
      <FileField onFile={choose} />
      <p role="status" className="flex items-center gap-2 text-sm empty:hidden">
        {look.isPending && <Waiting text={t("transfer.reading")} />}
      </p>
      {imported !== null && <Imported result={imported} />}
      <FormError message={error} />
      {upload !== null && look.data !== undefined && (
        <Confirm key={upload.id} upload={upload} preview={look.data} onDone={finish} onCancel={() => setUpload(null)} />
      )}
    </div>
  );
}

interface ConfirmProps {
  upload: Upload;
  preview: ImportResult;
  onDone: (result: ImportResult, changeGroup: string | null) => void;
  onCancel: () => void;
}

function Confirm({ upload, preview, onDone, onCancel }: ConfirmProps): JSX.Element {
  const texts = useTexts();
  const { t } = texts;
  const bring = useImport();
  const title = useRef<HTMLHeadingElement>(null);
  // It came because of what was just chosen: who can't see the page hears what it is.
  useEffect(() => title.current?.focus(), []);
  const submit = (): void =>
    bring.mutate(upload, { onSuccess: ({ data, changeGroup }) => onDone(data, changeGroup) });
  return (
    <section aria-labelledby="import-preview" aria-busy={bring.isPending} className="flex animate-appear flex-col gap-4">
      <h3 id="import-preview" ref={title} tabIndex={-1} className="font-medium [overflow-wrap:anywhere] focus:outline-none">
        {t("transfer.previewOf", { name: upload.file.name })}
      </h3>
      <ImportPreview preview={preview} />
      <FormError message={bring.error === null ? undefined : describeError(bring.error, texts)} />
      <div className="flex flex-wrap items-center gap-2">
        <Button variant="primary" disabled={bring.isPending} onClick={submit}>
          {t("transfer.import")}
        </Button>
        <Button variant="quiet" disabled={bring.isPending} onClick={onCancel}>
          {t("common.cancel")}
        </Button>
        <span role="status" className="flex items-center gap-2 text-sm">
          {bring.isPending && <Waiting text={t("transfer.importing")} />}
        </span>
      </div>
    </section>
  );
}

function Waiting({ text }: { text: string }): JSX.Element {
  return (
    <>
      <Spinner />
      {text}
    </>
  );
}

"use client";
// Taking all one has out of here, and bringing things in.
import type { JSX } from "react";
import { ExportLinks } from "./export-links";
import { ImportForm } from "./import-form";

export function TransferPart(): JSX.Element {
  return (
    <div className="flex flex-col gap-8">
      <ImportForm />
      <ExportLinks />
    </div>
  );
}

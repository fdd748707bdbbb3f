// Renders a part of the app for somebody with these projects.
import { useQueryClient } from "@tanstack/react-query";
import { type JSX, type ReactNode, useState } from "react";
import type { Project } from "@/lib/api/types";

export function WithProjects({ projects, children }: { projects: readonly Project[]; children: ReactNode }): JSX.Element {
  const client = useQueryClient();
  useState(() => client.setQueryData(["projects"], projects));
  return <>{children}</>;
}

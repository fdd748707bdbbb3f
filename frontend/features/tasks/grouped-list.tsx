"use client";
// Rows one below the other, in groups. Of a long list, groups out of sight are neither laid out nor drawn.
import { type JSX, type ReactNode, type RefCallback, useCallback, useMemo } from "react";
import { groupRows } from "./row-groups";
import { useFocusKept } from "./use-focus-kept";

interface GroupedListProps<Row> {
  label: string;
  rows: readonly Row[];
  idOf: (row: Row) => string;
  className: string;
  /** What rows dropped here are dropped into. */
  drop?: string;
  children: (row: Row) => ReactNode;
}

/** From so many rows on, groups out of sight are left out. */
const LONG = 60;

/** Roles instead of list elements, which may hold nothing but items. */
export function GroupedList<Row>({ label, rows, idOf, className, drop, children }: GroupedListProps<Row>): JSX.Element {
  const groups = useMemo(() => groupRows(rows, idOf), [rows, idOf]);
  const kept = useFocusKept(groups);
  return (
    <div role="list" aria-label={label} data-long={rows.length > LONG ? "" : undefined} data-drop={drop} className={className} {...kept}>
      {groups.map((group) => (
        <Group key={group.key} size={group.rows.length}>
          {group.rows.map(children)}
        </Group>
      ))}
    </div>
  );
}

/** The size is set from here, as the policy of the pages lets no style stand in their markup. */
function Group({ size, children }: { size: number; children: ReactNode }): JSX.Element {
  const ref = useCallback<RefCallback<HTMLElement>>((element) => element?.style.setProperty("--rows", String(size)), [size]);
  return (
    <div ref={ref} role="presentation" className="row-group">
      {children}
    </div>
  );
}

// Rows in groups, which browsers lay out, style and watch as one: a list of a thousand costs them as little as those
// groups that are near. Where a group ends is said by the row that comes next, whatever stands around it, so that a row
// that comes or goes leaves the other groups as they were. Pure.

/** How many rows a group has on average. The one at the edge of what is laid out has twice as many, all of them laid out. */
const USUAL_SIZE = 8;

export interface RowGroup<Row> {
  /** Stays as long as the group begins with the same row. */
  key: string;
  rows: readonly Row[];
}

export function groupRows<Row>(rows: readonly Row[], idOf: (row: Row) => string): RowGroup<Row>[] {
  const groups: { key: string; rows: Row[] }[] = [];
  for (const row of rows) {
    const id = idOf(row);
    const group = groups.at(-1);
    if (group === undefined) groups.push({ key: FIRST, rows: [row] });
    else if (beginsGroup(id)) groups.push({ key: id, rows: [row] });
    else group.rows.push(row);
  }
  return groups;
}

/** The first group stays the same one, whichever row comes first. */
const FIRST = "first";

/** For one in `USUAL_SIZE` ids, and always the same ones. */
export function beginsGroup(id: string): boolean {
  let hash = 0;
  for (let index = 0; index < id.length; index += 1) hash = (Math.imul(hash, 31) + id.charCodeAt(index)) | 0;
  // The lower bits alone would hang on the last few letters.
  return ((hash ^ (hash >>> 15)) >>> 0) % USUAL_SIZE === 0;
}

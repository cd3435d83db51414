import type { InspectionRow } from './registration-insert-store.ts';
import type { SaidInspections } from './said.ts';

export type InspectionLeave = {
  /** No other file has spoken for a later day. */
  readonly isNewest: boolean;
  /** The file's ISO day, when what it does not list may go; null when another file lists more. */
  readonly removesUntil: string | null;
};

/**
 * A record's inspections, given what a file says and what was known. What a file leaves unsaid of an
 * inspection stays. Files list only the latest of a framework: what is older than those stays, what
 * is newer and not listed goes.
 */
export function inspectionsAfter(
  id: string,
  said: SaidInspections,
  before: readonly InspectionRow[],
  { isNewest, removesUntil }: InspectionLeave,
): readonly InspectionRow[] {
  const known = new Map(keyed(before).map(({ key, one }) => [key, one]));
  const listed = keyed(said.list).map(({ key, one }) => {
    const row = { ...one, id: `${id}-${key}`, serviceAtLocationId: id };
    const old = known.get(key);
    if (old === undefined) return [key, row] as const;
    const merged = isNewest ? filled(row, old) : filled({ ...old, id: row.id }, row);
    return [key, merged] as const;
  });
  const keys = new Set(listed.map(([key]) => key));
  const kept = [...known]
    .filter(([key, row]) => !keys.has(key) && !isGone(row, said, removesUntil))
    .map(([key, row]) => [key, { ...row, id: `${id}-${key}` }] as const);
  return [...listed, ...kept].map(([, row]) => row);
}

/** `first`, with its nulls taken from `second`. */
function filled(first: InspectionRow, second: InspectionRow): InspectionRow {
  const facts = new Map<string, unknown>(Object.entries(first));
  const fills = Object.entries(second).filter(([field]) => facts.get(field) === null);
  return { ...first, ...Object.fromEntries(fills) };
}

function isGone(row: InspectionRow, said: SaidInspections, removesUntil: string | null): boolean {
  if (removesUntil === null || row.inspectedOn > removesUntil) return false;
  if (!said.frameworks.includes(row.framework)) return false;
  const days = said.list
    .filter(({ framework }) => framework === row.framework)
    .map(({ inspectedOn }) => inspectedOn)
    .sort();
  return row.inspectedOn >= (days[0] ?? '');
}

type Dated = Pick<InspectionRow, 'framework' | 'inspectedOn'>;

/** An inspection is known by its framework and day: only one of the two files gives numbers. */
function keyed<One extends Dated>(list: readonly One[]) {
  const seen = new Map<string, number>();
  return list.map((one) => {
    const key = `${one.framework}-${one.inspectedOn}`;
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return { key: times === 1 ? key : `${key}-${times}`, one };
  });
}

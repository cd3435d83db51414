import { ageBands } from '#brokerage/demand.ts';
import { inclusionGroups, type InclusionGroup } from '#directory/inclusion-vocabulary.ts';
import { protect, type Told } from './suppression.ts';

/** What would help a child: each child is in one of these, so that they add up. */
export type NeedClass = InclusionGroup | 'none' | 'several';
export type UnmetCount = {
  readonly wardCode: string | null;
  readonly wardName: string | null;
  readonly ageBand: string;
  readonly needGroups: readonly string[];
  readonly unmet: number;
};
export type UnmetRow = {
  readonly ward: string | null;
  readonly need: NeedClass;
  /** By age band, and their sum last. */
  readonly told: readonly Told[];
};
export type Unmet = {
  readonly whole: number;
  /** Null when anything but the whole would tell of a child. */
  readonly table: { readonly rows: readonly UnmetRow[]; readonly sums: readonly Told[] } | null;
};

const classes: readonly NeedClass[] = ['none', ...inclusionGroups, 'several'];

/**
 * Children without a place by ward, need and age band, small numbers protected. Which rows there are
 * tells nothing: they are the wards of all children, each with every kind of need.
 */
export function unmetOf(counted: readonly UnmetCount[]): Unmet {
  const wards = [...new Map(counted.map(({ wardCode, wardName }) => [wardCode, wardName]))];
  const keys = wards.flatMap(([code, name]) => classes.map((need) => ({ code, name, need })));
  const place = new Map(keys.map(({ code, need }, at) => [`${code} ${need}`, at]));
  const counts = keys.map(() => ageBands.map(() => 0));
  for (const { wardCode, ageBand, needGroups, unmet } of counted) {
    const row = counts[place.get(`${wardCode} ${classOf(needGroups)}`) ?? -1];
    const column = ageBands.findIndex((band) => band === ageBand);
    if (row !== undefined && column !== -1) row[column] = (row[column] ?? 0) + unmet;
  }
  const whole = counts.flat().reduce((sum, one) => sum + one, 0);
  const told = protect(counts);
  if (told === null) return { whole, table: null };
  const rows = keys.map(({ name, need }, at) => ({ ward: name, need, told: told[at] ?? [] }));
  return { whole, table: { rows, sums: told.at(-1) ?? [] } };
}

function classOf(groups: readonly string[]): NeedClass {
  if (groups.length > 1) return 'several';
  return classes.find((one) => one === groups[0]) ?? 'none';
}

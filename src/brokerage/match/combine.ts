import type { Slot } from '../week.ts';
import { coverTogether, hoursCovered } from './hours-covered.ts';
import type { Match } from './match.ts';

/** Two places that cover the whole week between them, with the hours each of them is open for. */
export type Combination = {
  readonly both: readonly [Covering, Covering];
  readonly wanted: number;
};
type Covering = {
  readonly match: Match;
  readonly covered: number;
  /** The parts of the week that it covers whole. */
  readonly slots: readonly Slot[];
};

/** How many places are tried with each other, and how many pairs are shown. */
const tried = 30;
const shown = 5;

/**
 * Pairs of places that cover the week together, from matches in their order; none when one place
 * covers it alone. A place that something but its hours speaks against is in no pair.
 */
export function combine(
  matches: readonly Match[],
  wanted: readonly Slot[],
): readonly Combination[] {
  const isAlone = ({ reasons }: Match) =>
    reasons.some(({ about, fit }) => about === 'hours' && fit === 'met') && suits(reasons);
  if (wanted.length < 2 || matches.some(isAlone)) return [];
  const parts = matches
    .filter(({ reasons }) => suits(reasons))
    .map((match) => coveringOf(match, wanted))
    .filter(({ covered }) => covered > 0)
    .slice(0, tried);
  return pairsOf(parts)
    .filter((pair) => coversAll(pair, wanted))
    .slice(0, shown)
    .map((both) => ({ both, wanted: hoursCovered([], wanted).wanted }));
}

const suits = (reasons: Match['reasons']): boolean =>
  reasons.every(({ about, fit }) => about === 'hours' || fit !== 'unmet');

function coveringOf(match: Match, wanted: readonly Slot[]): Covering {
  const { schedule } = match.provider;
  return {
    match,
    covered: hoursCovered(schedule, wanted).covered,
    slots: wanted.filter((slot) => hoursCovered(schedule, [slot]).fit === 'met'),
  };
}

/** Each two of them, those that stand highest together first. */
function pairsOf(parts: readonly Covering[]): readonly (readonly [Covering, Covering])[] {
  const pairs = parts.flatMap((one, at) =>
    parts
      .slice(at + 1)
      .map((other, after) => ({ pair: [one, other] as const, rank: 2 * at + after })),
  );
  return pairs.toSorted((a, b) => a.rank - b.rank).map(({ pair }) => pair);
}

const coversAll = ([one, other]: readonly [Covering, Covering], wanted: readonly Slot[]): boolean =>
  wanted.every((slot) =>
    coverTogether(one.match.provider.schedule, other.match.provider.schedule, slot),
  );

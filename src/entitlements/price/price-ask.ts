import type { Child } from '../circumstances.ts';

/** For which child, and when. Days are London's. */
export type PriceAsk = {
  readonly child: Pick<Child, 'id' | 'born' | 'dla'>;
  /** The day the care is for: it says which hours the child then has. */
  readonly on: string;
  /** The figures in force on this day are used. */
  readonly today: string;
  /** Children of the family in paid care, this one included. */
  readonly childrenInCare: number;
  /** Starts school later than others: funded hours then go on in the year of reception. */
  readonly isDeferred?: boolean;
};

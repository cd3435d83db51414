/** Months, both ends included. */
export type AgeRange = { readonly from: number; readonly to: number };

/** Whether a child of this age in months is taken; null when the provider has not said. */
export const takesAge = (ages: AgeRange | null, months: number): boolean | null =>
  ages === null ? null : months >= ages.from && months <= ages.to;

/** A range from two columns: not said unless both are. */
export const rangeOf = (from: number | null, to: number | null): AgeRange | null =>
  from === null || to === null ? null : { from, to };

/** Ages by which free places are told; months, both included. They never are one child's age. */
export const vacancyBands = [
  { key: '0-1', from: 0, to: 23 },
  { key: '2', from: 24, to: 35 },
  { key: '3-4', from: 36, to: 59 },
  { key: '5-7', from: 60, to: 95 },
  { key: '8-11', from: 96, to: 143 },
  { key: '12-19', from: 144, to: 239 },
] as const;
export type VacancyBand = (typeof vacancyBands)[number]['key'];

/** What the directory can learn from an answer: of the place alone, nothing of the family. */
export type LearnedFacts = {
  readonly vacancy: { readonly band: VacancyBand; readonly places: number } | null;
  /** Attributes that the place says it offers. */
  readonly offers: readonly string[];
};

export const noFacts: LearnedFacts = { vacancy: null, offers: [] };

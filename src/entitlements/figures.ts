import { z } from 'zod';
import { isSchemeKey, type SchemeKey } from './schemes.ts';
import type { Terms } from './terms.ts';

const isoDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** Where something of the law was read, and on which day a person last looked. */
export const sourceFields = {
  source: z.string().min(1),
  url: z.url({ protocol: /^https$/ }),
  checkedOn: isoDay,
  confidence: z.enum(['confirmed', 'unconfirmed']),
};

const figureSchema = z.strictObject({
  value: z.number().nonnegative(),
  /** Money is in pence; an age is in months, or in years where the law counts whole years. */
  unit: z.enum(['hours', 'weeks', 'months', 'years', 'pence', 'percent', 'days', 'count']),
  effectiveFrom: isoDay,
  /** The last day; null while no end is known. */
  effectiveTo: isoDay.nullable(),
  ...sourceFields,
});
export type Figure = Readonly<z.infer<typeof figureSchema>>;

/** Tax years end on 5 April, funding years on 31 March, academic years on 31 August. */
export const yearSchema = {
  year: z.string().regex(/^\d{4}-\d{2}$/),
  yearKind: z.enum(['tax', 'funding', 'academic']),
};

export const schemeFileSchema = z.strictObject({
  scheme: z.string().refine(isSchemeKey),
  names: z.object({ en: z.string() }).catchall(z.string()),
  ...yearSchema,
  figures: z.record(
    z.string(),
    z.union([figureSchema.transform((one) => [one]), z.array(figureSchema).min(1)]),
  ),
});
export type SchemeFile = Readonly<z.infer<typeof schemeFileSchema>>;

/** What the law says, with its dates: every scheme's figures, and the dates of terms. */
export type Reference = {
  readonly schemes: ReadonlyMap<SchemeKey, SchemeFile>;
  readonly terms: Terms;
};

/** Such as `working-parents.hoursPerWeek`. */
export type FigureKey = `${SchemeKey}.${string}`;

export const isFigureKey = (text: string): text is FigureKey =>
  isSchemeKey(text.slice(0, text.indexOf('.')));

/** The entry in force on a London day; undefined when there is none. */
export function figure(reference: Reference, key: FigureKey, day: string): Figure | undefined {
  const dot = key.indexOf('.');
  const scheme = key.slice(0, dot);
  const entries = isSchemeKey(scheme)
    ? reference.schemes.get(scheme)?.figures[key.slice(dot + 1)]
    : undefined;
  return entries?.find(
    ({ effectiveFrom, effectiveTo }) =>
      effectiveFrom <= day && (effectiveTo === null || day <= effectiveTo),
  );
}

/**
 * The value on a day of what a rule cannot do without, such as the age from which hours begin; such
 * figures are open-ended, and a test says so. Throws when there is none.
 */
export function neededFigure(reference: Reference, key: FigureKey, day: string): number {
  const found = figure(reference, key, day);
  if (!found) throw new Error(`No figure for ${key} is in force on ${day}`);
  return found.value;
}

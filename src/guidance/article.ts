import { z } from 'zod';
import audiences from '#content/reference/audiences.json' with { type: 'json' };
import taxonomy from '#content/reference/service-taxonomy.json' with { type: 'json' };

/** The schemes an article may speak of; each has its figures in `content/reference/entitlements`. */
export const schemes = [
  'working-parents',
  'universal',
  'two-year-olds',
  'tax-free-childcare',
  'universal-credit',
  'disability-access-fund',
  'early-years-pupil-premium',
  'senif',
  'care-to-learn',
  'childcare-grant',
  'parents-learning-allowance',
  'healthy-start',
  'holiday-activities',
  'wraparound',
  'deferred-reception',
] as const;

const slug = z.string().regex(/^[a-z]+(?:-[a-z]+)*$/u);
const isoDay = z.iso.date();
const sentence = z.string().min(20).max(200);

const words = { slug, title: z.string().min(3).max(90), summary: sentence };
/** Who keeps the text true, and by when it is looked at again. */
const care = {
  owner: z.enum(['Family Information Service', 'Early years team', 'SEND team']),
  reviewedOn: isoDay,
  nextReview: isoDay,
  /** A person who knows the subject and the language has read this text. */
  humanChecked: z.boolean(),
};

/** What stands above an English article. Ages are months, from and to; 215 is the last before 18. */
export const articleFront = z.strictObject({
  ...words,
  ...care,
  audience: z.array(z.enum(['all', ...Object.keys(audiences.terms)])).min(1),
  ages: z.tuple([z.int().min(-9), z.int().max(239)]).refine(([from, to]) => from < to),
  services: z.array(z.enum(Object.keys(taxonomy.terms))),
  entitlements: z.array(z.enum(schemes)),
  related: z.array(slug).min(1),
});
export type ArticleFront = z.infer<typeof articleFront>;

/** What stands above an Easy Read page; it has the slug of the article it makes easy. */
export const easyFront = z.strictObject({ ...words, ...care });
export type EasyFront = z.infer<typeof easyFront>;

/** What stands above a translation; all else is the English article's. `english` is its review day. */
export const translationFront = z.strictObject({
  ...words,
  english: isoDay,
  humanChecked: z.boolean(),
});
export type TranslationFront = z.infer<typeof translationFront>;

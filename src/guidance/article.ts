import { z } from 'zod';
import { audienceKeys, serviceKinds } from '#directory/taxonomy.ts';
import { schemeKeys } from '#entitlements/schemes.ts';

/** What the list of guidance is sorted by, in its order. */
export const topics = ['choosing', 'money', 'growing', 'needs', 'families', 'help'] as const;
export type Topic = (typeof topics)[number];

export const owners = ['Family Information Service', 'Early years team', 'SEND team'] as const;
export type Owner = (typeof owners)[number];

const slug = z.string().regex(/^[a-z]+(?:-[a-z]+)*$/u);
const isoDay = z.iso.date();
const sentence = z.string().min(20).max(200);

const words = { slug, title: z.string().min(3).max(90), summary: sentence };
/** Who keeps the text true, and by when it is looked at again. */
const care = {
  owner: z.enum(owners),
  reviewedOn: isoDay,
  nextReview: isoDay,
  /** A person who knows the subject and the language has read this text. */
  humanChecked: z.boolean(),
};

/** What stands above an English article. Ages are months, from and to; 215 is the last before 18. */
export const articleFront = z.strictObject({
  ...words,
  ...care,
  topic: z.enum(topics),
  /** Its place among those of its topic. */
  order: z.int().min(1),
  audience: z.array(z.enum(['all', ...audienceKeys])).min(1),
  ages: z.tuple([z.int().min(-9), z.int().max(239)]).refine(([from, to]) => from < to),
  services: z.array(z.enum(serviceKinds)),
  entitlements: z.array(z.enum(schemeKeys)),
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

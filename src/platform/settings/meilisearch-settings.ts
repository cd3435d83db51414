import { z } from 'zod';

const hasNoPassword = (url: string) =>
  URL.canParse(url) && new URL(url).username === '' && new URL(url).password === '';

/** The settings of a Meilisearch server. A complaint about one never shows what was given. */
export const meilisearchSettings = {
  MEILI_URL: z
    .url({ protocol: /^https?$/, error: 'must be like http://127.0.0.1:7700', abort: true })
    .refine(hasNoPassword, 'must hold no password: the key goes into MEILI_KEY')
    .optional(),
  MEILI_KEY: z.string().min(16, 'must have at least 16 characters').optional(),
  MEILI_INDEX: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,100}$/, 'must be of letters, digits, - and _')
    .default('fis'),
};

type Given = z.output<z.ZodObject<typeof meilisearchSettings>>;

/** What must be set as well when a key is. */
export const missingForMeilisearch = (given: Given): Readonly<Record<string, string>> =>
  given.MEILI_KEY !== undefined && given.MEILI_URL === undefined
    ? { MEILI_URL: 'must be set with MEILI_KEY' }
    : {};

/** The server to ask; undefined without an address. */
export const meilisearchAccount = ({ MEILI_URL, MEILI_KEY, MEILI_INDEX }: Given) =>
  MEILI_URL === undefined
    ? undefined
    : { url: MEILI_URL.replace(/\/$/, ''), key: MEILI_KEY, index: MEILI_INDEX };

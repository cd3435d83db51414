import { dirname, join } from 'node:path';
import { z } from 'zod';
import { contrastWithWhite } from './contrast.ts';
import {
  meilisearchAccount,
  meilisearchSettings,
  missingForMeilisearch,
} from './meilisearch-settings.ts';
import { missingForNotify, notifyAccount, notifySettings } from './notify-settings.ts';
import { openingHours } from './opening-hours.ts';
import { quietHours } from './quiet-hours.ts';
import { readTargets, targetSettings } from './targets.ts';

const months = (count: number) => z.coerce.number().int().min(1).max(300).default(count);
const day = z.iso.date();
const commaList = (item: z.ZodType<string, string>) =>
  z
    .string()
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    )
    .pipe(z.array(item));

/** Every setting a council can make, from the environment (or `.env`). The README lists them. */
const fields = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(4321),
  HOST: z.string().min(1).default('localhost'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATABASE_PATH: z.string().min(1).default('data/fis.sqlite'),
  KEYS_FILE: z.string().min(1).optional(),
  OUTBOX_DIR: z.string().min(1).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  ...notifySettings,
  QUIET_HOURS: quietHours.default({ from: 20 * 60, to: 8 * 60 }),
  MAIL_FROM: z.email().default('families@council.example'),
  FEEDBACK_EMAIL: z.email().optional(),
  SAMPLE_AREA: z.enum(['trafford', 'none']).default('trafford'),
  COUNCIL_NAME: z.string().trim().min(2).max(60).default('Sample Council'),
  BRAND_COLOUR: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, 'must be a colour such as #0b5345')
    .refine(
      (colour) => contrastWithWhite(colour) >= 4.5,
      'must be dark enough to carry white text (contrast 4.5 to 1)',
    )
    .default('#0b5345'),
  LOGO_FILE: z
    .string()
    .regex(/\.(svg|png)$/i, 'must name an .svg or .png file')
    .optional(),
  LANGUAGES: commaList(
    z
      .string()
      .regex(
        /^(?:[a-z]{2,3}(?:-[A-Z][a-z]{3})?|en-X[AB])$/,
        'must be language codes such as en,ur',
      ),
  )
    .refine((codes) => codes.includes('en'), 'must include en')
    .default(['en', 'pl', 'ur']),
  MAP_TILE_URL: z
    .url({ protocol: /^https$/, error: 'must be like https://tiles.example/{z}/{x}/{y}.png' })
    .optional(),
  MAP_ATTRIBUTION: z.string().trim().min(2).max(200).optional(),
  READ_ONLY: z.enum(['0', '1']).default('0'),
  PAGE_CACHE_MB: z.coerce.number().int().min(0).max(4096).default(8),
  PHONE: z.string().min(6).max(30).default('0161 496 0123'),
  OPENING_HOURS: openingHours.default({ from: 1, to: 5, opens: '09:00', closes: '17:00' }),
  CLOSED_DAYS: commaList(day).default([]),
  ...targetSettings,
  ...meilisearchSettings,
  TRUSTED_PROXIES: commaList(
    z.union([z.ipv4(), z.ipv6()], 'must be addresses such as 127.0.0.1'),
  ).default([]),
  RETENTION_CASE_MONTHS: months(24),
  RETENTION_ADVICE_MONTHS: months(6),
});
const schema = fields.superRefine((given, context) => {
  for (const [name, message] of Object.entries({
    ...missingForNotify(given),
    ...missingForMeilisearch(given),
  })) {
    context.addIssue({ code: 'custom', path: [name], message });
  }
});

/** Settings that hold a password or a key, or beside which one is pasted by mistake. */
const isSecret = (name: string) =>
  name === 'SMTP_URL' || name.startsWith('NOTIFY_') || name.startsWith('MEILI_');

export type Settings = ReturnType<typeof readSettings>;

/**
 * Reads and checks all settings. Throws one `SettingsError` that names every wrong setting, what is
 * wrong with it and, where that is no secret, what was given.
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>) {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = schema.safeParse(given);
  if (!parsed.success) throw new SettingsError(parsed.error, given);
  const values = parsed.data;
  const folder = dirname(values.DATABASE_PATH);
  return {
    port: values.PORT,
    host: values.HOST,
    /** The address people reach the site at, without a closing slash. */
    publicUrl: (values.PUBLIC_URL ?? `http://localhost:${values.PORT}`).replace(/\/$/, ''),
    /** True when `PUBLIC_URL` was set: the site's origin is then that, whatever `Host` says. */
    publicUrlIsFixed: values.PUBLIC_URL !== undefined,
    databasePath: values.DATABASE_PATH,
    keysFile: values.KEYS_FILE ?? join(folder, 'keys.json'),
    keysFileIsGiven: values.KEYS_FILE !== undefined,
    outboxDir: values.OUTBOX_DIR ?? join(folder, 'outbox'),
    smtpUrl: values.SMTP_URL,
    notify: notifyAccount(values),
    /** What GOV.UK Notify proves itself with when it tells what became of a message. */
    notifyCallbackToken: values.NOTIFY_CALLBACK_TOKEN,
    /** When texts wait; null for never. */
    quietHours: values.QUIET_HOURS,
    mailFrom: values.MAIL_FROM,
    /** Who in the council hears that a page is wrong. */
    feedbackEmail: values.FEEDBACK_EMAIL ?? values.MAIL_FROM,
    sampleArea: values.SAMPLE_AREA,
    council: {
      name: values.COUNCIL_NAME,
      brandColour: values.BRAND_COLOUR.toLowerCase(),
      logoFile: values.LOGO_FILE,
      phone: values.PHONE,
      openingHours: values.OPENING_HOURS,
      closedDays: values.CLOSED_DAYS,
    },
    /** A council's own map tiles; without them the sample area's layers are drawn. */
    map: { tileUrl: values.MAP_TILE_URL, attribution: values.MAP_ATTRIBUTION },
    languages: values.LANGUAGES,
    /** A copy of the public pages, on a snapshot: it takes no requests and knows no family. */
    readOnly: values.READ_ONLY === '1',
    /** The memory for rendered public pages; 0 makes each page anew. */
    pageCacheBytes: values.PAGE_CACHE_MB * 1024 * 1024,
    /** The search server; undefined when the index in each process is all there is. */
    meilisearch: meilisearchAccount(values),
    targets: readTargets(values),
    /** Proxies that are believed when they say for whom they ask. */
    trustedProxies: values.TRUSTED_PROXIES,
    /** Months that a closed request is kept; the other periods stand in `content/reference/retention.json`. */
    retention: { case: values.RETENTION_CASE_MONTHS, advice: values.RETENTION_ADVICE_MONTHS },
  };
}

/** The site does not start with a wrong setting; this says which, and why. */
export class SettingsError extends Error {
  constructor(error: z.ZodError, given: Readonly<Record<string, string | undefined>>) {
    const lines = error.issues.map(({ path, message }) => {
      const name = String(path[0]);
      const isShown = given[name] !== undefined && !isSecret(name);
      const shown = isShown ? ` (given: ${JSON.stringify(given[name])})` : '';
      return `  ${name}: ${message}${shown}`;
    });
    super(`These settings are wrong:\n${lines.join('\n')}`);
    this.name = 'SettingsError';
  }
}

import { z } from 'zod';

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const local = ['localhost', '127.0.0.1', '[::1]'];
const isSafe = (url: string) =>
  url.startsWith('https:') || (URL.canParse(url) && local.includes(new URL(url).hostname));

/** The settings of GOV.UK Notify. A complaint about the first or last never shows what was given. */
export const notifySettings = {
  NOTIFY_API_KEY: z
    .string()
    .regex(new RegExp(`${uuid}-${uuid}$`), {
      error: 'must be an API key of GOV.UK Notify, copied whole',
      abort: true,
    })
    .optional(),
  NOTIFY_TEMPLATE_EMAIL: z.uuid('must be the id of a template').optional(),
  NOTIFY_TEMPLATE_TEXT: z.uuid('must be the id of a template').optional(),
  NOTIFY_URL: z
    .url({ protocol: /^https?$/ })
    .refine(isSafe, 'must begin with https://')
    .default('https://api.notifications.service.gov.uk'),
  NOTIFY_CALLBACK_TOKEN: z.string().min(20, 'must have at least 20 characters').optional(),
};

type Given = z.output<z.ZodObject<typeof notifySettings>> & {
  readonly SMTP_URL?: string | undefined;
};

/** What must be set as well when an API key is: each channel needs a way out. */
export function missingForNotify(given: Given): Readonly<Record<string, string>> {
  if (given.NOTIFY_API_KEY === undefined) return {};
  return {
    ...(given.NOTIFY_TEMPLATE_TEXT === undefined && {
      NOTIFY_TEMPLATE_TEXT: 'must be set with NOTIFY_API_KEY',
    }),
    ...(given.NOTIFY_TEMPLATE_EMAIL === undefined &&
      given.SMTP_URL === undefined && {
        NOTIFY_TEMPLATE_EMAIL: 'must be set with NOTIFY_API_KEY, unless SMTP_URL is',
      }),
  };
}

export type NotifyAccount = {
  readonly apiKey: string;
  readonly url: string;
  /** Without it, e-mails go by SMTP. */
  readonly emailTemplate: string | undefined;
  readonly textTemplate: string;
};

/** The account that messages go through; undefined without a key. */
export const notifyAccount = (given: Given): NotifyAccount | undefined =>
  given.NOTIFY_API_KEY === undefined || given.NOTIFY_TEMPLATE_TEXT === undefined
    ? undefined
    : {
        apiKey: given.NOTIFY_API_KEY,
        url: given.NOTIFY_URL.replace(/\/$/, ''),
        emailTemplate: given.NOTIFY_TEMPLATE_EMAIL,
        textTemplate: given.NOTIFY_TEMPLATE_TEXT,
      };

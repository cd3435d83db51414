import schedule from '#content/reference/retention.json' with { type: 'json' };
import type { Words } from '#platform/i18n/words.ts';
import type { Settings } from '#platform/settings/settings.ts';
import { keptRecords, periodOf, type KeptRecord, type Period } from './retention.ts';

type Kept = Pick<Settings, 'retention'>;

/** A length of time in words: days, months, or years where they are whole. */
function periodText({ t }: Words, period: Period): string {
  if ('days' in period) return t('site:privacy.long.days', { count: period.days });
  const { months } = period;
  return months % 12 === 0
    ? t('site:privacy.long.years', { count: months / 12 })
    : t('site:privacy.long.months', { count: months });
}

/** How long a kind of record is kept, in words. */
export const keptFor = (words: Words, settings: Kept, record: KeptRecord): string =>
  periodText(words, periodOf(settings, record));

const records = [...keptRecords, 'reminder', 'demand', 'audit'] as const;
const triggers = ['started', 'made', 'closed', 'queued', 'received', 'asked', 'written'] as const;
type Rule = {
  readonly record: string;
  readonly trigger: string;
  readonly period?: { readonly days?: number; readonly months?: number };
};

/** The whole retention schedule in words, a line for each kind of record; what has no end is kept. */
export const keptRows = (words: Words, settings: Kept) =>
  schedule.rules.map((rule: Rule) => {
    const record = records.find((one) => one === rule.record);
    const trigger = triggers.find((one) => one === rule.trigger);
    if (record === undefined || trigger === undefined)
      throw new Error(`The privacy notice has no words for ${rule.record} from ${rule.trigger}`);
    const what = words.t(`site:privacy.long.record.${record}`);
    const period = lengthOf(words, settings, rule);
    const text =
      period === null
        ? words.t('site:privacy.long.always')
        : words.t(`site:privacy.long.after.${trigger}`, { period });
    return { what, text };
  });

function lengthOf(words: Words, settings: Kept, { record, period }: Rule): string | null {
  if (period === undefined) return null;
  const known = keptRecords.find((one) => one === record);
  if (known !== undefined) return keptFor(words, settings, known);
  const { days, months = 0 } = period;
  return periodText(words, days === undefined ? { months } : { days });
}

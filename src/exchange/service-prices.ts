import type { CostOption, CostUnit } from '#directory/provider.ts';

export const costExample =
  'write "free", or prices like "£4.50 per session of 2 hours (First child); £2 per session (Brother or sister)", per hour, session, day, week, month or visit';

export type Prices = {
  /** True or false when it says so; null when there is nothing. */
  readonly isFree: boolean | null;
  readonly costs: readonly CostOption[];
};

const price =
  /^£?\s?(\d{1,5})(?:\.(\d{2}))?\s*(?:per|an?|\/|each)\s*(hour|session|day|week|month|visit)(?:\s+of\s+(\d{1,2}(?:\.\d+)?)\s*hours?)?\s*(?:\((.+)\))?$/i;

/** What a visit costs, as people write it; null when a part cannot be read. */
export function parseCost(text: string): Prices | null {
  if (text === '') return { isFree: null, costs: [] };
  if (/^free\.?$/i.test(text)) return { isFree: true, costs: [] };
  const costs = text
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map(costOf);
  if (!costs.every((cost) => cost !== null)) return null;
  return { isFree: costs.every(({ pence }) => pence === 0), costs };
}

function costOf(part: string): CostOption | null {
  const [, pounds, pence = '0', unit = '', hours, label = null] = price.exec(part) ?? [];
  const known = units.find((one) => one === unit.toLowerCase());
  if (pounds === undefined || known === undefined) return null;
  return {
    unit: known,
    pence: Number(pounds) * 100 + Number(pence),
    hours: hours === undefined ? (known === 'hour' ? 1 : null) : Number(hours),
    ...{ label, includes: null, ages: null },
  };
}

const units: readonly CostUnit[] = ['hour', 'session', 'day', 'week', 'month', 'visit'];

/** `£50`, `50.00` → pence; null for anything else. */
export function parsePounds(text: string): number | null {
  const [, pounds, pence = '0'] = /^£?\s?(\d{1,5})(?:\.(\d{2}))?$/.exec(text) ?? [];
  return pounds === undefined ? null : Number(pounds) * 100 + Number(pence);
}

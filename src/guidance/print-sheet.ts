import { londonDay } from '#platform/calendar/london-time.ts';
import type { Ctx } from '#platform/context.ts';
import { qrCode, type QrCode } from '#platform/qr-code.ts';
import type { Tongue } from './shown-sections.ts';

/** What stands around anything that is printed. */
export type Sheet = {
  readonly title: string;
  readonly tongue: Tongue;
  readonly isLarge: boolean;
  /** Both sizes of type; the one that is shown leads nowhere. */
  readonly sizes: readonly { readonly text: string; readonly href: string | null }[];
  /** Where the page itself is found, and the same as a code; no code of an address too long for one. */
  readonly url: string;
  readonly qr: QrCode | null;
  readonly printed: string;
  readonly council: string;
  readonly phone: string;
  readonly backHref: string;
};

export type SheetAsked = {
  readonly title: string;
  readonly tongue?: Tongue;
  /** Of the page that is printed and of its sheet, in the reader's language, without a query. */
  readonly page: string;
  readonly sheet: string;
  /** The sheet's query, in which `size=large` asks for large print. */
  readonly search: URLSearchParams;
  /** What of the query belongs to the page that is printed. */
  readonly query: string;
};

/** A phone reads no code with much more than this in it from paper. */
const longestCode = 1000;

/** The frame of a sheet in standard or large print. */
export function printSheet(ctx: Ctx, asked: SheetAsked): Sheet {
  const { t, format } = ctx.words;
  const { title, tongue = {}, search } = asked;
  const isLarge = search.get('size') === 'large';
  const backHref = asked.page + (asked.query === '' ? '' : `?${asked.query}`);
  const url = ctx.settings.publicUrl + backHref;
  const sizeHref = (large: boolean) => sized(asked.sheet, search, large);
  return {
    ...{ title, tongue, isLarge, url, backHref },
    sizes: [
      { text: t('guidance:print.standard'), href: isLarge ? sizeHref(false) : null },
      { text: t('guidance:print.large'), href: isLarge ? null : sizeHref(true) },
    ],
    qr: url.length > longestCode ? null : qrCode(url),
    printed: t('guidance:print.printed', { day: format.day(londonDay(ctx.clock.now())) }),
    council: ctx.settings.council.name,
    phone: ctx.settings.council.phone,
  };
}

function sized(sheet: string, search: URLSearchParams, isLarge: boolean): string {
  const query = new URLSearchParams(search);
  query.delete('size');
  if (isLarge) query.set('size', 'large');
  return query.size === 0 ? sheet : `${sheet}?${query.toString()}`;
}

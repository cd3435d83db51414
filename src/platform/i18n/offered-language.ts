/** The language of the addresses that name none: see `addressOf`. */
const unnamed = 'en';

/**
 * The language to offer a reader, in its own words and never forced: the one of `offered` that the
 * browser prefers to the page's. Null when the page's own suits as well, or when the address names
 * its language: somebody chose that one.
 * @param acceptLanguage the header as it came, RFC 9110 §12.5.4; matched by lookup, RFC 4647 §3.4
 * @example offeredLanguage('pl-PL,en;q=0.7', 'en', ['en', 'pl', 'ur']) // => 'pl'
 */
export function offeredLanguage(
  acceptLanguage: string | null,
  current: string,
  offered: readonly string[],
): string | null {
  if (acceptLanguage === null || current !== unnamed) return null;
  for (const range of rangesIn(acceptLanguage)) {
    const found = lookUp(range, offered);
    if (found !== null) return found === current ? null : found;
  }
  return null;
}

/** The ranges that are wanted at all, the most wanted first; `*` asks for nothing in particular. */
function rangesIn(header: string): readonly string[] {
  return header
    .split(',')
    .slice(0, 20)
    .map((item) => {
      const [range = '', ...parameters] = item.split(';').map((part) => part.trim().toLowerCase());
      const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1';
      return { range, weight: /^[01](?:\.\d{0,3})?$/.test(weight) ? Number(weight) : 0 };
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ range }) => range);
}

/** `zh-hant-tw` finds `zh-Hant`, else `zh`. */
function lookUp(range: string, offered: readonly string[]): string | null {
  for (let parts = range.split('-'); parts.length > 0; parts = parts.slice(0, -1)) {
    const found = offered.find((code) => code.toLowerCase() === parts.join('-'));
    if (found !== undefined) return found;
  }
  return null;
}

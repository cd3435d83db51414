/** One fact of a provider's page. */
export type Fact = {
  readonly label: string;
  /** More than one is shown as a list. */
  readonly texts: readonly string[];
  /** The provider's or a register's own words, in English: they read from left to right. */
  readonly foreign: boolean;
  readonly href: string | null;
};

type Said = string | null | readonly string[];

/** A fact, or nothing when it was not said. */
export function fact(
  label: string,
  said: Said,
  { foreign = false, href = null }: { foreign?: boolean; href?: string | null } = {},
): readonly Fact[] {
  const texts = said === null ? [] : typeof said === 'string' ? [said] : said;
  return texts.length === 0 ? [] : [{ label, texts, foreign, href }];
}

/** A web address that may be linked to; null for anything else, such as `javascript:`. */
export const webLink = (text: string): string | null =>
  /^https?:\/\//i.test(text) && URL.canParse(text) ? text : null;

/** A web address as people read it: `https://moss.example/` → `moss.example`. */
export const shortAddress = (text: string): string =>
  text.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/$/, '');

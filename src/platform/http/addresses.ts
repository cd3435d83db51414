export type Query = Readonly<
  Record<string, string | number | boolean | readonly string[] | undefined>
>;

/**
 * The address of a page in a language: English has no prefix, others do.
 * @example addressOf('ur', '/find', { near: 'M33 2DH' }) // => '/ur/find?near=M33+2DH'
 */
export function addressOf(language: string, path: string, query: Query = {}): string {
  const prefix = language === 'en' ? '' : `/${language}`;
  const place = prefix !== '' && path === '/' ? prefix : `${prefix}${path}`;
  const search = queryText(query);
  return search === '' ? place : `${place}?${search}`;
}

/** A query string from values; empty ones are left out, lists repeat their name. */
export function queryText(query: Query): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    const values = Array.isArray(value) ? value : [value];
    for (const one of values) {
      if (one !== undefined && one !== '' && one !== false) search.append(name, String(one));
    }
  }
  return search.toString();
}

/**
 * The language a path asks for and the path without it.
 * @example splitLanguage('/ur/find', ['en', 'ur']) // => { language: 'ur', path: '/find' }
 */
export function splitLanguage(pathname: string, offered: readonly string[]) {
  const [, first = '', ...rest] = pathname.split('/');
  if (first !== 'en' && offered.includes(first))
    return { language: first, path: `/${rest.join('/')}` };
  return { language: 'en', path: pathname };
}

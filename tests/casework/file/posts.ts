import { addressOf } from '#platform/http/addresses.ts';

/** Forms and links as the pages of a case get them. */
export const href = (path: string, query = {}): string => addressOf('en', path, query);
export const get = (search = ''): Request => new Request(`http://localhost/x${search}`);
export const post = (typed: Readonly<Record<string, string | readonly string[]>>): Request => {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(typed))
    for (const one of typeof value === 'string' ? [value] : value) body.append(name, one);
  return new Request('http://localhost/x', { method: 'POST', body });
};

/**
 * The stand-in's own reading of Meilisearch's filter language, as its documentation has it:
 * https://www.meilisearch.com/docs/learn/filtering_and_sorting/filter_expression_reference
 */
export type StoredDocument = Readonly<Record<string, unknown>>;
type Test = (document: StoredDocument) => boolean;

/** Which kinds of comparison an attribute allows; undefined for one that is not filterable. */
export type Allowed = (
  attribute: string,
) => { readonly equality: boolean; readonly comparison: boolean } | undefined;

export class FilterError extends Error {}

const TOKEN = /\s*("(?:[^"\\]|\\.)*"|<=|>=|[()[\],=<>]|[\w./-]+)/gy;

/** The test that a filter makes of a document; a `FilterError` for what the server would refuse. */
export function readFilter(text: string, allowed: Allowed): Test {
  const tokens = tokensOf(text);
  let at = 0;
  const peek = () => tokens[at] ?? '';
  const take = () => tokens[at++] ?? '';
  const expect = (token: string) => {
    const found = take();
    if (found !== token) throw new FilterError(`Expected ${token}, found ${found}`);
  };
  const either = (): Test => {
    const tests = [both()];
    while (peek() === 'OR') {
      take();
      tests.push(both());
    }
    return (document) => tests.some((test) => test(document));
  };
  const both = (): Test => {
    const tests = [single()];
    while (peek() === 'AND') {
      take();
      tests.push(single());
    }
    return (document) => tests.every((test) => test(document));
  };
  const single = (): Test => {
    if (peek() === 'NOT') {
      take();
      const test = single();
      return (document) => !test(document);
    }
    if (peek() === '(') {
      take();
      const test = either();
      expect(')');
      return test;
    }
    return condition();
  };
  const condition = (): Test => {
    const attribute = take();
    const features = allowed(attribute);
    if (features === undefined) throw new FilterError(`${attribute} is not filterable`);
    const operator = take();
    const needs = ['IN', '='].includes(operator) ? features.equality : features.comparison;
    if (!needs) throw new FilterError(`${attribute} does not allow ${operator}`);
    if (operator === 'IN') {
      const wanted = new Set(values());
      return (document) => valuesOf(document, attribute).some((value) => wanted.has(plain(value)));
    }
    const asked = unquoted(take());
    if (operator === '=') {
      return (document) =>
        valuesOf(document, attribute).some((value) => plain(value) === plain(asked));
    }
    return comparison(attribute, operator, Number(asked));
  };
  const values = (): readonly string[] => {
    expect('[');
    const listed: string[] = [];
    while (peek() !== ']') {
      listed.push(plain(unquoted(take())));
      if (peek() === ',') take();
    }
    expect(']');
    return listed;
  };
  const test = either();
  if (at < tokens.length) throw new FilterError(`Unexpected ${peek()}`);
  return test;
}

function comparison(attribute: string, operator: string, limit: number): Test {
  if (Number.isNaN(limit)) throw new FilterError('Not a number');
  const holds = comparisons[operator];
  if (holds === undefined) throw new FilterError(`Unknown operator ${operator}`);
  return (document) =>
    valuesOf(document, attribute).some((value) => typeof value === 'number' && holds(value, limit));
}

const comparisons: Readonly<Record<string, (value: number, limit: number) => boolean>> = {
  '<=': (value, limit) => value <= limit,
  '>=': (value, limit) => value >= limit,
  '<': (value, limit) => value < limit,
  '>': (value, limit) => value > limit,
};

function tokensOf(text: string): readonly string[] {
  const tokens = [...text.matchAll(TOKEN)].map(([, token = '']) => token);
  const read = tokens.reduce((length, token) => length + token.length, 0);
  if (read !== text.replace(/\s/g, '').length) throw new FilterError(`Cannot read ${text}`);
  return tokens;
}

const unquoted = (token: string): string =>
  token.startsWith('"') ? token.slice(1, -1).replace(/\\(.)/g, '$1') : token;

/** Strings are compared without case. */
const plain = (value: unknown): string => String(value).toLowerCase();

/** A value, or each of a list of them; none for what is null or missing. */
export function valuesOf(document: StoredDocument, attribute: string): readonly unknown[] {
  const value = Object.hasOwn(document, attribute) ? document[attribute] : undefined;
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

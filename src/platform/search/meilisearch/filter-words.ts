import { attribute, everyDocument } from './search-shape.ts';

/** A value in the server's filter language; only what needs no escape is ever given. */
const quoted = (value: string): string => `"${value}"`;

export const nothing = `NOT ${attribute.every} = ${quoted(everyDocument)}`;

export const isOneOf = (name: string, values: readonly string[]): string =>
  values.length === 0 ? nothing : `${name} IN [${values.map(quoted).join(', ')}]`;

export const isAtMost = (name: string, number: number): string =>
  `${name} <= ${quoted(String(number))}`;
export const isAtLeast = (name: string, number: number): string =>
  `${name} >= ${quoted(String(number))}`;

export const isNot = (filter: string): string => `NOT (${filter})`;

export const allOf = (filters: readonly string[]): string =>
  filters.map((filter) => `(${filter})`).join(' AND ');
export const anyOf = (filters: readonly string[]): string =>
  filters.length === 0 ? nothing : filters.map((filter) => `(${filter})`).join(' OR ');

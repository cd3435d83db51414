import type { Typed } from '#platform/http/form.ts';
import { childIds } from './questions.ts';

const perChild = ['month', 'year', 'needs', 'care', 'cost'];
const perAdult = ['work', 'earn', 'study', 'starts-day', 'starts-month', 'starts-year'];
const once = ['adults', 'credit', 'funds', 'use', 'stopped-day', 'stopped-month', 'stopped-year'];

const names: readonly string[] = [
  ...perChild.flatMap((name) => childIds.map((id) => `${name}-${id}`)),
  ...['1', '2'].flatMap((adult) =>
    perAdult.map((name) =>
      name.startsWith('starts') ? `starts-${adult}${name.slice(6)}` : `${name}-${adult}`,
    ),
  ),
  ...once,
];
const longest = 40;
const most = 5;

/** Of all that was sent, the answers: fields that the questions have, as typed, of a sane length. */
export function knownAnswers(typed: Typed): Typed {
  const kept = names.flatMap((name) => {
    const values = (Object.hasOwn(typed, name) ? typed[name] : undefined) ?? [];
    return values.length === 0
      ? []
      : [[name, values.slice(0, most).map((value) => value.slice(0, longest))] as const];
  });
  return Object.fromEntries([...kept, ...months(typed)]);
}

/** A month as an address has it, `born-a=2025-05`, becomes what the two fields show. */
const months = (typed: Typed): readonly (readonly [string, readonly string[]])[] =>
  childIds.flatMap((id) => {
    const found = /^((?:19|20)\d{2})-(0[1-9]|1[0-2])$/.exec(typed[`born-${id}`]?.[0] ?? '');
    if (!found) return [];
    return [
      [`month-${id}`, [String(Number(found[2]))]] as const,
      [`year-${id}`, [found[1] ?? '']] as const,
    ];
  });

export type HiddenField = { readonly name: string; readonly value: string };

/** The answers as hidden fields, but for those of the fields that the page itself shows. */
export const hiddenFields = (typed: Typed, shown: readonly string[] = []): readonly HiddenField[] =>
  Object.entries(typed).flatMap(([name, values]) =>
    shown.includes(name) ? [] : values.map((value) => ({ name, value })),
  );

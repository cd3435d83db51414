import { z } from 'zod';
import type { Query } from '#platform/http/addresses.ts';
import { oneLine, parseTyped, readTyped } from '#platform/http/form.ts';
import { ageBands, noFilters, type Filters } from './case-facts.ts';
import { queueViews, type QueueView } from './queue.ts';

/** What the address of the queue asks for. */
export type QueueQuery = {
  readonly view: QueueView;
  readonly filters: Filters;
  readonly page: number;
};

export const plainQueue: QueueQuery = { view: 'unassigned', filters: noFilters, page: 1 };

const ticked = oneLine.transform((text) => text === '1');
const matching = (pattern: RegExp) => oneLine.transform((text) => (pattern.test(text) ? text : ''));
const oneOr = <const T extends readonly string[]>(words: T) =>
  oneLine.transform((text): T[number] | '' => words.find((word) => word === text) ?? '');

const schema = z.object({
  view: oneOr(queueViews).transform((view) => (view === '' ? plainQueue.view : view)),
  needs: ticked,
  urgent: ticked,
  language: matching(/^[a-z]{2,3}(?:-[A-Z][a-z]{3})?$/),
  ward: matching(/^\w{1,20}$/),
  age: oneOr(ageBands),
  page: oneLine.transform((text) => Number(text) || 1),
});

/** Reads an address; what it cannot mean is as if it were not there. */
export function readQueueQuery(search: URLSearchParams): QueueQuery {
  const parsed = parseTyped(schema, readTyped(search));
  if (!parsed.ok) return plainQueue;
  const { view, page, ...filters } = parsed.value;
  return { view, page, filters };
}

/** The same as the query of an address. */
export const writeQueueQuery = ({ view, filters, page }: QueueQuery): Query => ({
  view,
  ...(filters.needs && { needs: 1 }),
  ...(filters.urgent && { urgent: 1 }),
  language: filters.language,
  ward: filters.ward,
  age: filters.age,
  ...(page > 1 && { page }),
});

import { z } from 'zod';
import type { Group, Speaker } from './said.ts';

/** What a file last said of a record: the ISO day it spoke for, a digest, whether it withholds it. */
export type Spoken = {
  readonly asAt: string;
  readonly digest: string;
  readonly withheld: boolean;
};
export type SpokenBy = Readonly<Partial<Record<Speaker, Spoken>>>;

/** Groups of facts that only one of the two files has. */
const onlyIn: Readonly<Record<Speaker, readonly Group[]>> = {
  ofsted: ['subtype', 'area', 'places'],
  feed: ['carePeriods', 'conditions', 'ageBands', 'steps', 'homeName'],
};

/**
 * Whether a file of that day may set a group of facts. Ofsted speaks of one registration in two
 * files: where both have a group, the file that speaks for the later day wins, and of two for the
 * same day the one taken last. What only one of them has is always its own to set.
 */
export function maySet(group: Group, by: Speaker, asAt: string, known: SpokenBy): boolean {
  return onlyIn[by].includes(group) || isNewest(by, asAt, known);
}

/** Whether no other file has spoken of the record for a later day. */
export const isNewest = (by: Speaker, asAt: string, known: SpokenBy): boolean =>
  (known[other(by)]?.asAt ?? asAt) <= asAt;

/** What is hidden by one file stays hidden, whatever the other says: only the feed knows why. */
export const isWithheld = (known: SpokenBy): boolean =>
  Object.values(known).some(({ withheld }) => withheld);

export const other = (by: Speaker): Speaker => (by === 'ofsted' ? 'feed' : 'ofsted');

const row = z.tuple([z.iso.date(), z.string(), z.boolean()]);
const stored = z.object({ ofsted: row.optional(), feed: row.optional() });

/** Reads `service_at_location.source_digest`; a text that is not ours says nothing. */
export function readSpoken(text: string | null): SpokenBy {
  if (!text?.startsWith('{')) return {};
  const { ofsted, feed } = stored.parse(JSON.parse(text));
  return {
    ...(ofsted && { ofsted: spokenOf(ofsted) }),
    ...(feed && { feed: spokenOf(feed) }),
  };
}

const spokenOf = ([asAt, digest, withheld]: z.infer<typeof row>): Spoken => ({
  asAt,
  digest,
  withheld,
});

/** The text of `service_at_location.source_digest`. */
export const writeSpoken = (known: SpokenBy): string =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(known).map(([by, { asAt, digest, withheld }]) => [
        by,
        [asAt, digest, withheld],
      ]),
    ),
  );

/** The day of the newest file that spoke of a record. */
export const newestDay = (known: SpokenBy): string =>
  Object.values(known)
    .map(({ asAt }) => asAt)
    .sort()
    .at(-1) ?? '';

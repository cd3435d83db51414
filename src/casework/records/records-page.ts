import { namesOf } from '../queue/colleague-store.ts';
import type { Ctx } from '#platform/context.ts';
import type { Query } from '#platform/http/addresses.ts';
import { success } from '#platform/result.ts';
import { typedReference } from '../file/typed-reference.ts';
import { listOpenErasures } from './erasure-store.ts';
import type { Entry } from './record-store.ts';
import { viewHead, viewRecord } from './view-record.ts';

type Href = (path: string, query?: Query) => string;

/**
 * The record of one case by its reference (`?reference=`), the head of the whole record, and the
 * erasures that wait for a second person. Problem: `not-allowed` (but for managers).
 */
export function recordsPage(ctx: Ctx, href: Href, query: URLSearchParams) {
  const head = viewHead(ctx);
  if (!head.ok) return head;
  const { words, db } = ctx;
  const typed = (query.get('reference') ?? '').trim();
  const found = typed === '' ? null : viewRecord(ctx, typedReference(typed) ?? typed);
  const erasures = listOpenErasures(db);
  const names = namesOf(
    db,
    erasures.map(({ askedBy }) => askedBy),
  );
  return success({
    typed,
    isUnknown: found !== null && !found.ok,
    rows: found?.ok === true ? rowsOf(ctx, found.value) : [],
    head: { number: words.format.number(head.value.seq), hash: head.value.hash },
    erasures: erasures.map(({ reference, askedBy, askedAt }) => ({
      reference,
      href: href(`/staff/case/${reference}/erase`),
      who: names.get(askedBy) ?? askedBy,
      when: words.format.moment(new Date(askedAt)),
    })),
  });
}

/** When, who, what and which fields; what is a name for machines stays one. */
function rowsOf({ db, words }: Ctx, entries: readonly Entry[]) {
  const idOf = (actor: string) => (actor.startsWith('staff:') ? actor.slice(6) : null);
  const names = namesOf(
    db,
    entries.flatMap(({ actor }) => idOf(actor) ?? []),
  );
  return entries.map(({ seq, at, actor, role, action, fields, reason }) => ({
    number: words.format.number(seq),
    when: `${words.format.day(at.slice(0, 10))}, ${words.format.moment(new Date(at))}`,
    who: names.get(idOf(actor) ?? '') ?? actor.split(':')[0] ?? '',
    role,
    action,
    fields: fields.join(', '),
    reason: reason ?? '',
  }));
}

import { recordAudit } from '#platform/audit/record-audit.ts';
import type { Actor, App } from '#platform/context.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { inTransaction } from '#platform/transaction.ts';
import { findDisclosure, saveDisclosure } from './disclosure-store.ts';
import { raiseDirectoryVersion } from './directory-version-store.ts';

/** What of a record can be kept from the public; `all` is the record itself. */
export const disclosureParts = ['name', 'address', 'contact', 'all'] as const;
export type DisclosurePart = (typeof disclosureParts)[number];
/** Which parts the council hides. */
export type Disclosure = Readonly<Record<DisclosurePart, boolean>>;

type DisclosureCtx = Pick<App, 'db' | 'clock' | 'keys'> & { readonly actor: Actor };
type Change = {
  /** Of the record, such as `ey492543`. */
  readonly id: string;
  readonly parts: readonly DisclosurePart[];
  readonly hide: boolean;
};

/**
 * Hides parts of a record from the public, or shows them again, and gives what is hidden then. A
 * person who provides childcare may tell the council not to disclose name, address or contact (SI
 * 2007/3490 reg 2(2)(b)); no import undoes that, and it beats any consent given elsewhere. Problems:
 * `not-allowed` unless a manager, an administrator or the command line asks; `not-found`.
 */
export function changeDisclosure(
  ctx: DisclosureCtx,
  { id, parts, hide }: Change,
): Result<Disclosure, 'not-allowed' | 'not-found'> {
  if (!mayChange(ctx.actor)) return failure('not-allowed');
  return inTransaction(ctx.db, (tx) => {
    const before = findDisclosure(tx, id);
    if (before === null) return failure('not-found');
    const news = parts.filter((part) => before[part] !== hide);
    if (news.length === 0) return success(before);
    const after = { ...before, ...Object.fromEntries(news.map((part) => [part, hide])) };
    saveDisclosure(tx, id, after);
    const action = hide ? 'provider-hidden' : 'provider-shown';
    recordAudit(tx, ctx, { action, object: `provider:${id}`, fields: news });
    raiseDirectoryVersion(tx, [id]);
    return success(after);
  });
}

const mayChange = (actor: Actor): boolean =>
  actor.kind === 'system' ||
  (actor.kind === 'staff' && (actor.role === 'manager' || actor.role === 'admin'));

import type { Family } from '#brokerage/family.ts';
import type { ServiceKind } from '#directory/taxonomy.ts';

type AskedKind = Family['sharing']['kinds'][number];

const kindsOf: Readonly<Record<'childminders' | 'schools', readonly ServiceKind[]>> = {
  childminders: ['childminder', 'home-childcarer', 'domestic-childcare'],
  schools: ['school-nursery', 'wraparound'],
};

/** Which of the kinds that a family was asked about a provider is one of; null for a kind unknown. */
function askedKindOf(kind: ServiceKind | null): AskedKind | null {
  if (kind === null) return null;
  if (kindsOf.childminders.includes(kind)) return 'childminders';
  return kindsOf.schools.includes(kind) ? 'schools' : 'groups';
}

/**
 * Whether the family must say yes before this kind of provider is asked: it wants to be asked each
 * time, or it named kinds and this is none of them. `kind` is null for a place not in the directory.
 */
export function needsAgreement({ share, kinds }: Family['sharing'], kind: ServiceKind | null) {
  if (share === 'ask-first') return true;
  const asked = askedKindOf(kind);
  return kinds.length > 0 && (asked === null || !kinds.includes(asked));
}

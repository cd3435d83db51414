import type { OpenCase } from '#brokerage/case-store.ts';
import type { Reader } from '#db/open-database.ts';
import { getProvider } from '#directory/provider-store.ts';
import type { Provider } from '#directory/provider.ts';
import type { ServiceKind } from '#directory/taxonomy.ts';
import { listCasePlaces } from './case-place-store.ts';

/** A place that can be asked about a case: one of the directory, or one that a broker added to it. */
export type AskablePlace = {
  readonly providerId: string;
  readonly name: string | null;
  readonly email: string;
  readonly phone: string;
  /** Null for an added place. */
  readonly kind: ServiceKind | null;
  readonly provider: Provider | null;
};

/** Such a place by the id under which it is asked; null when there is none for this case. */
export function askablePlace(
  db: Reader,
  subject: OpenCase,
  providerId: string,
): AskablePlace | null {
  const provider = getProvider(db, providerId);
  if (provider) {
    const { name, email, phone, kind } = provider;
    return { providerId, name, email: email ?? '', phone: phone ?? '', kind, provider };
  }
  const added = listCasePlaces(db, subject).find(
    (one) => one.verdict === 'added' && one.providerId === providerId,
  );
  if (!added) return null;
  const { name, email, phone } = added.detail;
  return { providerId, name, email, phone, kind: null, provider: null };
}

import type { Premises, ProviderKind } from '#directory/provider.ts';

type Kind = { readonly kind: ProviderKind; readonly premises: Premises; readonly reports: string };

const nonDomestic: Readonly<Record<string, ProviderKind>> = {
  'full day care': 'nursery',
  'sessional day care': 'preschool',
  'out-of-school day care': 'out-of-school',
};

/**
 * What families call a registration, and where its care happens, from Ofsted's type and subtype;
 * null for a type that is not known. `reports` is the type's number in report addresses.
 */
export function kindOf(type: string, subtype: string): Kind | null {
  switch (type.toLowerCase()) {
    case 'childcare on non-domestic premises':
      return {
        kind: nonDomestic[subtype.toLowerCase()] ?? 'other-childcare',
        premises: 'non-domestic',
        reports: '16',
      };
    case 'childcare on domestic premises':
      return { kind: 'domestic-childcare', premises: 'domestic', reports: '15' };
    case 'childminder':
      return { kind: 'childminder', premises: 'domestic', reports: '17' };
    case 'home childcarer':
      return { kind: 'home-childcarer', premises: 'home', reports: '18' };
    default:
      return null;
  }
}

/** Where Ofsted publishes the reports of a registration. */
export const reportUrlOf = ({ reports }: Kind, urn: string): string =>
  `https://reports.ofsted.gov.uk/provider/${reports}/${encodeURIComponent(urn)}`;

import type { Premises } from '#directory/provider.ts';
import type { Registration } from '#directory/registration.ts';
import type { ServiceKind } from '#directory/taxonomy.ts';

export type Kind = {
  readonly kind: ServiceKind;
  readonly premises: Premises;
  /** The type's number in the addresses of reports. */
  readonly reports: string;
  /** Where its childminder works, as far as the type alone says. */
  readonly caresIn?: Registration['caresIn'];
};

const nonDomestic: Readonly<Record<string, ServiceKind>> = {
  'full day care': 'nursery',
  'sessional day care': 'preschool',
  'out-of-school day care': 'out-of-school',
};

/**
 * What families call a registration, and where its care happens, from Ofsted's type and subtype;
 * null for a type that is not known.
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
    // What it publishes is a person's, perhaps a home's, so it is kept as closely as a home.
    case 'childminder without domestic premises':
      return {
        ...{ kind: 'childminder', premises: 'domestic', reports: '17' },
        caresIn: ['non-domestic'],
      };
    case 'home childcarer':
      return {
        ...{ kind: 'home-childcarer', premises: 'home', reports: '18' },
        caresIn: ['child-home'],
      };
    default:
      return null;
  }
}

/** An agency registers childminders; it is a body, and no place to take a child to. */
export const isAgency = (type: string): boolean => type.toLowerCase() === 'childminder agency';

/** Where Ofsted publishes the reports of a registration. */
export const reportUrlOf = ({ reports }: Pick<Kind, 'reports'>, urn: string): string =>
  `https://reports.ofsted.gov.uk/provider/${reports}/${encodeURIComponent(urn)}`;

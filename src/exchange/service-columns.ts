/** What stands once for a service, however many rows it has. */
export const ofService = [
  ...(['service_id', 'kind', 'name', 'organisation', 'organisation_website'] as const),
  ...(['description', 'eligibility', 'how_to_access', 'for_disabled_children'] as const),
  ...(['age_from', 'age_to', 'outcomes', 'audiences'] as const),
  ...(['meals', 'ratio', 'waiting_list', 'free_early_years', 'deposit', 'extras'] as const),
];
/** What stands once for a place, however many services it has. */
export const ofLocation = [
  ...(['location_id', 'location_type', 'location_name'] as const),
  ...(['address_1', 'address_2', 'address_3', 'town', 'postcode'] as const),
  ...(['authority', 'directions'] as const),
];
/** What each service has of its own at each place. */
export const ofRow = [
  ...(['hours', 'cost', 'phone', 'email', 'website', 'social'] as const),
  ...(['funded', 'languages', 'school_runs', 'inclusion', 'language'] as const),
  ...(['confirmed_on', 'source', 'licence', 'as_at'] as const),
];

/** The columns of `content/reference/services-template.csv`, in its order; `notes` is not read. */
export const serviceColumns = [...ofService, ...ofLocation, ...ofRow, 'notes'] as const;
export type ServiceColumn = (typeof serviceColumns)[number];
export const neededServiceColumns = ['service_id', 'kind', 'name'] as const;

/** One row's cells, already without padding; empty for a column that the file lacks. */
export type ServiceCells = (column: ServiceColumn) => string;

/**
 * The tables whose every row may be published, parents before children. All others hold what families,
 * providers or staff told in confidence, and never leave this file: a new table is private until it
 * is named here.
 */
export const publicTables = [
  ...(['postcode', 'place_name', 'school', 'organisation', 'location', 'service'] as const),
  ...(['service_at_location', 'contact', 'schedule', 'cost_option', 'vacancy'] as const),
  ...(['funded_place', 'spoken_language', 'school_run', 'photo', 'inclusion_answer'] as const),
  ...(['registration', 'registration_condition', 'registered_age_band'] as const),
  ...(['registration_step', 'inspection', 'consented_home', 'field_source'] as const),
  ...(['service_term', 'publication', 'directory_version'] as const),
] as const;

/** A language the site can be read in. `reviewedOn` is null until a person has checked it. */
export type Language = {
  readonly code: string;
  readonly endonym: string;
  readonly dir: 'ltr' | 'rtl';
  /** The BCP 47 tag for dates and numbers: Gregorian calendar and Latin digits, as on signs. */
  readonly format: string;
  readonly reviewedOn: string | null;
};

/** The names of one thing, such as a kind of service, by language code; English is always there. */
export type Names = { readonly en: string } & Readonly<Record<string, string>>;

/** Every option may be left out or be `undefined`, so that a page can pass on what it may not have. */
export type Maybe<T> = { readonly [K in keyof T]?: T[K] | undefined };

export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

export type Styled = Maybe<{ classes: string; attributes: Attributes }>;

export type Wording = { readonly text: string } & Styled;

export type LabelOptions = Wording & Maybe<{ isPageHeading: boolean }>;

/** `visuallyHiddenText` is the word for "Error" in the reader's language. */
export type ErrorMessageOptions = Wording & Maybe<{ visuallyHiddenText: string }>;

export type LegendOptions = { readonly text: string } & Maybe<{
  classes: string;
  isPageHeading: boolean;
}>;

export type FieldsetOptions = Styled & Maybe<{ legend: LegendOptions; describedBy: string }>;

/** HTML's `spellcheck` is a word, not the presence of an attribute. */
export const spelling = (checked: boolean | undefined): 'true' | 'false' | undefined =>
  checked === undefined ? undefined : checked ? 'true' : 'false';

/** What every form control has around it. */
export type FieldOptions = Maybe<{
  hint: Wording;
  errorMessage: ErrorMessageOptions;
  formGroup: Styled;
  describedBy: string;
}>;

export type LinkOptions = { readonly text: string; readonly href: string } & Maybe<{
  attributes: Attributes;
}>;

export type ActionOptions = LinkOptions & Maybe<{ visuallyHiddenText: string; classes: string }>;

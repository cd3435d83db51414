import type {
  Attributes,
  FieldOptions,
  FieldsetOptions,
  Maybe,
  Styled,
  Wording,
} from './options.ts';

export type Choice = Maybe<{
  text: string;
  value: string;
  id: string;
  name: string;
  label: Styled;
  hint: Wording;
  checked: boolean;
  disabled: boolean;
  attributes: Attributes;
  /** `exclusive` says that this answer rules the others out, such as "None of these". */
  behaviour: 'exclusive';
  /** A word such as "or" between two answers: such an item has nothing else. */
  divider: string;
}>;

/** The options that Radios and Checkboxes share. */
export type ChoicesOptions = FieldOptions &
  Styled & { readonly name: string; readonly items: readonly Choice[] } & Maybe<{
    idPrefix: string;
    fieldset: FieldsetOptions;
  }>;

/** The id of the choice at `index`; the first has no number, so that an error can link to it. */
export function choiceId(prefix: string, choice: Choice, index: number): string {
  return choice.id ?? (index === 0 ? prefix : `${prefix}-${index + 1}`);
}

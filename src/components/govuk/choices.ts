import { describedBy } from './described-by.ts';
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

/** The first choice's id has no number, so that an error can link to it. */
function idOf(prefix: string, choice: Choice, index: number): string {
  return choice.id ?? (index === 0 ? prefix : `${prefix}-${index + 1}`);
}

/** Each choice with its id, its name and the slot that holds what stands under it. */
export function withIds({ name, idPrefix = name, items }: ChoicesOptions) {
  return items.map((choice, index) => ({
    ...choice,
    id: idOf(idPrefix, choice, index),
    name: choice.name ?? name,
    slot: `conditional-${choice.value ?? ''}`,
  }));
}

/** What describes every checkbox of a group that has no fieldset to be described instead. */
export function groupDescription(options: ChoicesOptions): string | undefined {
  return options.fieldset ? undefined : describedBy(options.idPrefix ?? options.name, options);
}

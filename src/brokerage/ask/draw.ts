import { typedValue, type Typed } from '#platform/http/form.ts';
import type { Choice, Control, MonthControl, SelectControl, TextControl } from './controls.ts';

type Labels = { readonly label: string; readonly hint?: string; readonly isHeading?: boolean };

export const radios = (
  name: string,
  labels: Labels,
  items: readonly Choice[],
  typed: Typed,
): Control => ({ control: 'radios', name, ...labels, items, value: typedValue(typed, name) });

export const checkboxes = (
  name: string,
  labels: Labels,
  items: readonly Choice[],
  typed: Typed,
): Control => ({ control: 'checkboxes', name, ...labels, items, values: typed[name] ?? [] });

/** One box to tick, under a name of its own. */
export const tick = (name: string, label: string, choice: string, typed: Typed): Control =>
  checkboxes(name, { label }, [{ value: 'yes', text: choice }], typed);

type TextOptions = Partial<Pick<TextControl, 'type' | 'autocomplete' | 'dir' | 'narrow' | 'id'>>;

export const textField = (
  name: string,
  labels: Labels,
  value: string,
  options: TextOptions = {},
): TextControl => ({
  control: 'text',
  name,
  ...labels,
  value,
  ...{ type: 'text', dir: 'auto', narrow: false },
  ...options,
});

export const typedText = (
  name: string,
  labels: Labels,
  typed: Typed,
  options: TextOptions = {},
): TextControl => textField(name, labels, typedValue(typed, name), options);

export const textarea = (name: string, labels: Labels, typed: Typed): Control => ({
  control: 'textarea',
  name,
  ...labels,
  value: typedValue(typed, name),
});

export const select = (
  name: string,
  label: string,
  items: readonly Choice[],
  value: string,
  id?: string,
): SelectControl => ({
  control: 'select',
  name,
  label,
  items,
  value,
  ...(id !== undefined && { id }),
});

export const monthField = (labels: Labels, typed: Typed): MonthControl => ({
  control: 'month',
  name: 'month',
  ...labels,
  month: typedValue(typed, 'month'),
  year: typedValue(typed, 'year'),
});

/** How many rows a list shows: those typed, one more when asked for, at least one. */
export const rowCount = (typed: Typed, names: readonly string[], most: number): number => {
  const filled = Math.max(
    0,
    ...names.map((name) => (typed[name] ?? []).findLastIndex(isFilled) + 1),
  );
  return Math.min(most, Math.max(1, filled + (typed['more'] === undefined ? 0 : 1)));
};
const isFilled = (value: string): boolean => value.trim() !== '';

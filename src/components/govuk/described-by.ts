import type { FieldOptions } from './options.ts';

/** The value of `aria-describedby` for the field `id`: its own descriptions, its hint, its error. */
export function describedBy(
  id: string,
  { describedBy, hint, errorMessage }: FieldOptions,
): string | undefined {
  const ids = [describedBy, hint && `${id}-hint`, errorMessage && `${id}-error`];
  return ids.filter(Boolean).join(' ') || undefined;
}

import type { Choice } from './choices.ts';

type Slots = {
  readonly has: (name: string) => boolean;
  readonly render: (name: string) => Promise<string>;
};

/** The markup given for the choices, in slots named `conditional-` and the choice's value. */
export async function conditionalsOf(
  slots: Slots,
  items: readonly Choice[],
): Promise<ReadonlyMap<string, string>> {
  const values = items.flatMap(({ value }) =>
    value !== undefined && slots.has(`conditional-${value}`) ? [value] : [],
  );
  return new Map(
    await Promise.all(
      values.map(async (value) => [value, await slots.render(`conditional-${value}`)] as const),
    ),
  );
}

import { describe, expect, test } from 'vitest';
import { inclusionAttributes } from '#directory/inclusion-vocabulary.ts';
import { providerView } from '#directory/provider.view.ts';
import type { Provider } from '#directory/provider.ts';
import { quietPlace } from '../support/place.ts';
import { openTestApp } from '../support/test-app.ts';

const view = (place: Partial<Provider>) =>
  providerView(openTestApp().as({ kind: 'public' }), quietPlace(place));
const row = (place: Partial<Provider>, key: string) =>
  view(place).facts.find((fact) => fact.key === key)?.text;
const said = (answer: 'yes' | 'with-notice' | 'no' | 'ask-us', confirmedOn = '2026-11-01') =>
  ({ answer, note: 'Ring first', confirmedOn, source: 'provider' }) as const;

test('a place that has said nothing is said to have said nothing', () => {
  const quiet = view({});
  for (const key of ['Phone', 'E-mail', 'Website', 'Ages', 'Registered for', 'Registered since']) {
    expect([key, row({}, key)]).toEqual([key, 'Not said']);
  }
  expect(quiet).toMatchObject({ hours: [], costs: [], vacancies: [], inspections: [] });
  expect(quiet.inclusion.flatMap((group) => group.said)).toEqual([]);
  expect(quiet.inclusion.every((group) => group.unsaid?.startsWith('Nothing said yet about'))).toBe(
    true,
  );
});

test('a home shows its area and no address', () => {
  const home: Partial<Provider> = { premises: 'domestic', kind: 'childminder', address: null };
  expect(row(home, 'Area')).toBe('M33');
  expect(row(home, 'Address')).toBeUndefined();
  expect(row({}, 'Address')).toBe('1 Quiet Road, Sale, M33 2DH');
  expect(row({}, 'Area')).toBeUndefined();
});

describe('what it can do for a child', () => {
  const answered = (...answers: readonly (readonly [string, ReturnType<typeof said>])[]) => {
    const { inclusion } = view({ inclusion: new Map(answers) });
    return {
      said: inclusion.flatMap((group) => group.said),
      unsaid: inclusion.map((group) => group.unsaid ?? '').join(),
    };
  };

  test.each([
    ['yes', 'Yes', 'met'],
    ['with-notice', 'With notice', 'met'],
    ['no', 'No', 'unmet'],
  ] as const)('%s, with its note and day', (answer, text, look) => {
    expect(answered(['hoist', said(answer)]).said).toEqual([
      {
        label: 'A hoist, and staff trained to use it',
        answer: text,
        look,
        note: 'Ring first',
        confirmed: 'confirmed 1 November 2026',
      },
    ]);
  });

  test.each([
    ['ask us', said('ask-us')],
    ['an old no', said('no', '2025-11-22')],
    ['an old yes', said('yes', '2025-11-22')],
  ])('%s is not said', (_name, record) => {
    const { said: shown, unsaid } = answered(['hoist', record]);
    expect(shown).toEqual([]);
    expect(unsaid).toContain('A hoist');
  });

  test('everything in the list is either said or not said, once', () => {
    const { said: shown, unsaid } = answered(['hoist', said('yes')], ['bsl', said('no')]);
    expect(shown).toHaveLength(2);
    const { t } = openTestApp().as({ kind: 'public' }).words;
    const rest = inclusionAttributes.filter(({ key }) => key !== 'hoist' && key !== 'bsl');
    for (const { key } of rest) expect(unsaid).toContain(t(`directory:inclusion.${key}.label`));
    expect(inclusionAttributes).toHaveLength(50);
  });
});

test('hours show all seven days, and a closed one as closed', () => {
  const { hours } = view({
    schedule: [{ day: 1, opens: '08:00', closes: '18:00', term: 'term-time' }],
  });
  expect(hours.map(({ day }) => day)).toHaveLength(7);
  expect(hours[0]).toEqual({
    day: 'Monday',
    times: [{ range: '08:00 to 18:00', term: 'In term time' }],
  });
  expect(hours[6]).toEqual({ day: 'Sunday', times: [] });
});

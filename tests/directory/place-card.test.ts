import { describe, expect, test } from 'vitest';
import { placeCard } from '#directory/place-card.view.ts';
import type { Provider } from '#directory/provider.ts';
import { quietPlace } from '../support/place.ts';
import { openTestApp } from '../support/test-app.ts';

const today = '2026-11-23';
const wordsIn = (language = 'en') => openTestApp().as({ kind: 'public' }, language).words;
const home: Partial<Provider> = {
  premises: 'domestic',
  kind: 'childminder',
  name: null,
  address: null,
};

describe('a card', () => {
  const card = (place: Partial<Provider>, language = 'en') =>
    placeCard(
      wordsIn(language),
      { provider: quietPlace(place), miles: null },
      { near: false, asked: ['hoist', 'oxygen', 'bsl', 'senco'], today },
    );

  test('says of what was not said that it was not, and never that it is missing', () => {
    expect(card({}).facts).toEqual([
      { text: 'Ages not said', unsaid: true },
      { text: 'Places free not said', unsaid: true },
      { text: 'Price not said', unsaid: true },
      { text: 'Not inspected yet, or not said', unsaid: true },
    ]);
    expect(card({})).toMatchObject({ offers: null, distance: null });
  });

  test('answers what was asked: has, with notice, not said; an old answer is not said', () => {
    const said = (answer: 'yes' | 'with-notice' | 'no', confirmedOn = today) =>
      ({ answer, note: null, confirmedOn, source: 'provider' }) as const;
    const shown = card({
      inclusion: new Map([
        ['hoist', said('yes')],
        ['oxygen', said('with-notice')],
        ['bsl', said('no')],
        ['senco', said('yes', '2025-11-22')],
      ]),
    });
    expect(shown.offers).toBe(
      'Has: A hoist, and staff trained to use it and Can look after a child who needs oxygen (with notice)',
    );
    expect(shown.unsaid).toBe('Not said: A named person for special needs (SENCO)');
  });

  test('tells a reader of another language which name is English', () => {
    expect(card({}, 'ur')).toMatchObject({ name: 'Quiet Nursery', isEnglish: true });
    expect(card(home, 'ur').isEnglish).toBe(false);
    expect(card(home, 'ur').name).toContain('\u2068M33\u2069');
  });
});

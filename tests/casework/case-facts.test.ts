import { expect, test } from 'vitest';
import { familyFacts } from '#casework/file/case-facts.view.ts';
import { sampleFamily } from '../support/family.ts';
import { addPlace } from '../support/place.ts';
import { asha, openTestApp } from '../support/test-app.ts';

test('a broker reads all that the family told, the places it wants asked first too', () => {
  const app = openTestApp();
  const first = [addPlace(app, 'moss')];
  const facts = familyFacts(app.as(asha), { ...sampleFamily, first });
  const shown = new Map(facts.flatMap(({ rows }) => rows.map(({ key, text }) => [key, text])));
  expect(shown.get('Ask these first')).toBe('Nursery moss');
  expect(shown.get('Help from staff with')).toBe('Tube feeding');
  expect(shown.get('We call you')).toBe('Amina');
  const without = familyFacts(app.as(asha), sampleFamily).flatMap(({ rows }) => rows);
  expect(without.map(({ key }) => key)).not.toContain('Ask these first');
});

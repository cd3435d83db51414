import { describe, expect, test } from 'vitest';
import { inclusionAttributes } from '#directory/inclusion-vocabulary.ts';
import { quietPlace, quietRegistration } from '../support/place.ts';
import { textOf, viewOf } from './view-of.ts';

describe('a place that has said nothing', () => {
  test('has no empty parts, and one line that says what it has not said', () => {
    const quiet = viewOf({});
    expect(quiet).toMatchObject({
      about: null,
      places: null,
      hours: null,
      costs: null,
      funded: null,
    });
    expect(quiet.unsaid).toBe(
      'Not said yet: ages and places free, opening hours, costs and funded hours. Ask them, or ask us.',
    );
    expect(quiet.head.glance.map(({ label }) => label)).toEqual(['Inspection']);
  });

  test('is not said to say no, and what to ask it is listed once', () => {
    const { inclusion } = viewOf({});
    expect(inclusion.groups).toEqual([]);
    expect(inclusion.nothing).toContain('has not said yet');
    expect(inclusion.unsaid?.groups.flatMap((group) => group.labels)).toHaveLength(
      inclusionAttributes.length,
    );
  });

  test('that is no childcare is not asked for places free, funded hours or an inspection', () => {
    const library = viewOf({ kind: 'library', registration: null });
    expect(library.unsaid).toBe('Not said yet: opening hours and costs. Ask them, or ask us.');
    expect(library.inclusion.equality).toContain('Every service');
    expect(library).toMatchObject({ inspection: null, registration: null });
  });
});

describe('who says so', () => {
  test('the record’s own source, unless somebody else answers for a group of facts', () => {
    const { hours, travel } = viewOf({
      schedule: [
        {
          day: 1,
          opens: '08:00',
          closes: '18:00',
          term: 'all-year',
          session: null,
          isFunded: false,
        },
      ],
      fieldSources: [
        { fieldGroup: 'hours', source: 'provider', asAt: '2026-11-03', consent: null },
      ],
    });
    expect(hours?.source).toBe('From the place itself, as at 3 November 2026.');
    expect(travel.source).toBe('From Ofsted’s register, as at 1 November 2026.');
  });

  test('a made-up place says so, and claims no register', () => {
    const { head, travel } = viewOf({ isSample: true });
    expect(head.sample).toContain('made up');
    expect(travel.source).toContain('the sample area');
    expect(viewOf({}).head.sample).toBeNull();
  });

  test('a source without a name of its own is public records', () => {
    expect(viewOf({ source: 'trafford-open-data' }).travel.source).toContain('public records');
    expect(viewOf({ source: 'feed' }).travel.source).toContain('Ofsted’s register');
  });
});

describe('the register', () => {
  const full = {
    ...quietRegistration,
    urn: 'EY123456',
    registeredOn: '2009-09-01',
    registers: { earlyYears: true, compulsory: true, voluntary: false },
    places: 48,
    caresIn: ['own-home', 'child-home'],
    carePeriods: ['overnight', 'Alternate Fridays'],
    conditions: ['No more than 12 children under 2.'],
    ageBands: [{ ages: { from: 0, to: 23 }, most: 12, register: 'early-years' }],
    steps: [{ step: 'suspended', takenOn: '2026-11-05' }],
  } as const;

  test('shows every field that the regulations prescribe', () => {
    const facts = viewOf({
      registration: full,
      organisation: { id: 'o', name: 'Moss Ltd', address: '1 Bridge St', website: null },
    }).registration?.facts;
    expect(textOf(facts, 'Registered with')).toBe('Ofsted');
    expect(textOf(facts, 'Ofsted number')).toBe('EY123456');
    expect(textOf(facts, 'Registered since')).toBe('1 September 2009');
    expect(textOf(facts, 'Registers')).toBe(
      'Early Years Register | Childcare Register, compulsory part',
    );
    expect(textOf(facts, 'Where the care is')).toBe(
      'In the childminder’s own home | In the child’s home',
    );
    expect(textOf(facts, 'Registered for')).toBe('48 children');
    expect(textOf(facts, 'Ages and numbers')).toMatch(/^Up to 12 children: .*23 months \(Early/);
    expect(textOf(facts, 'Times of care')).toBe('Overnight | Alternate Fridays');
    expect(textOf(facts, 'Conditions')).toBe('No more than 12 children under 2.');
    expect(textOf(facts, 'Registered person or organisation')).toBe('Moss Ltd | 1 Bridge St');
    expect(textOf(facts, 'Steps taken')).toContain('5 November 2026');
  });

  test('a step against it stands above everything else', () => {
    const { warning } = viewOf({ registration: full }).head;
    expect(warning?.texts).toEqual(['Ofsted suspended this registration on 5 November 2026.']);
    expect(viewOf({}).head.warning).toBeNull();
  });

  test('an agency is named, and answers for the inspection', () => {
    const { registration, inspection } = viewOf({
      registration: { ...full, registeredWith: 'agency', agencyName: 'Rock-a-bye' },
    });
    expect(textOf(registration?.facts, 'Registered with')).toBe(
      'Rock-a-bye (a childminder agency)',
    );
    expect(registration?.facts.map(({ label }) => label)).not.toContain('Ofsted number');
    expect(inspection?.none).toContain('An agency checks this childminder');
  });
});

describe('contact', () => {
  test('each with its label and what it leads to', () => {
    const { facts } = viewOf({
      contacts: [
        { kind: 'phone', value: '0161 496 0321', label: 'Bookings' },
        { kind: 'email', value: 'hello@moss.example', label: null },
        { kind: 'website', value: 'https://moss.example', label: null },
        { kind: 'fax', value: '0161 496 0999', label: null },
      ],
    }).contact;
    expect(facts.map(({ label, href }) => [label, href])).toEqual([
      ['Phone (Bookings)', 'tel:01614960321'],
      ['E-mail', 'mailto:hello@moss.example'],
      ['Website', 'https://moss.example'],
      ['Fax', null],
    ]);
  });

  test.each([
    ['website', 'javascript:alert(1)'],
    ['website', 'moss.example'],
    ['social', 'data:text/html,x'],
    ['email', 'a@b?bcc=c@d'],
    ['phone', '01202 111111 or 07917 111111'],
  ] as const)('%s %s is text and no link', (kind, value) => {
    const { facts } = viewOf({ contacts: [{ kind, value, label: null }] }).contact;
    expect(facts).toMatchObject([{ texts: [value], href: null }]);
  });

  test('without any, we offer to get in touch', () => {
    expect(viewOf({}).contact.none).toContain('We can get in touch');
  });
});

test('only what this place may lead away from quickly has the button to leave', () => {
  expect(viewOf({ kind: 'domestic-abuse-support' }).mayHaveToLeave).toBe(true);
  expect(viewOf({}).mayHaveToLeave).toBe(false);
});

test('the links within the page lead to its parts, and a hub begins with what is there', () => {
  const other = quietPlace({ id: 'clinic', kind: 'health-visiting', name: 'Clinic' });
  const hub = viewOf({ kind: 'family-hub' }, { here: [other], nearby: [] });
  expect(hub.contents[0]).toEqual({ href: '#here', text: 'Also at this place' });
  expect(hub.here?.groups).toMatchObject([
    { title: 'Health', links: [{ name: 'Clinic', href: '/provider/clinic' }] },
  ]);
  const nursery = viewOf({}, { here: [other], nearby: [] });
  expect(nursery.contents.at(-1)?.href).toBe('#here');
});

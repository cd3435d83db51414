import { describe, expect, test } from 'vitest';
import { contrastWithWhite } from '#platform/settings/contrast.ts';
import { readSettings, SettingsError } from '#platform/settings/settings.ts';

/** What the council reads when these settings are wrong; empty when they are right. */
function complaint(environment: Readonly<Record<string, string>>): string {
  try {
    readSettings(environment);
    return '';
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
    throw error;
  }
}

test.each([
  ['PORT', 'eighty'],
  ['PORT', '70000'],
  ['PORT', '-1'],
  ['PORT', '80.5'],
  ['PUBLIC_URL', 'families.example'],
  ['PUBLIC_URL', 'ftp://families.example'],
  ['SMTP_URL', 'https://mail.example'],
  ['SMTP_URL', 'mail.example:25'],
  ['MAIL_FROM', 'families'],
  ['SAMPLE_AREA', 'salford'],
  ['COUNCIL_NAME', ' X '],
  ['COUNCIL_NAME', 'x'.repeat(61)],
  ['BRAND_COLOUR', 'green'],
  ['BRAND_COLOUR', '#0b5'],
  ['BRAND_COLOUR', '#0b5345ff'],
  ['LOGO_FILE', 'logo.gif'],
  ['LANGUAGES', 'English'],
  ['LANGUAGES', 'ur'],
  ['LANGUAGES', 'en,..'],
  ['MEILI_URL', 'search.example'],
  ['MEILI_URL', 'ftp://search.example'],
  ['MEILI_URL', 'https://somebody:secret@search.example'],
  ['MEILI_INDEX', 'two words'],
  ['PHONE', '123'],
  ['OPENING_HOURS', '9 to 5'],
  ['CLOSED_DAYS', '25/12/2026'],
  ['CLOSED_DAYS', '2026-02-30'],
  ['SLA_CONTACT_DAYS', '0'],
  ['SLA_CONTACT_DAYS', 'two'],
  ['SLA_PROVIDER_ANSWER_DAYS', '61'],
  ['SLA_OPTIONS_DAYS', '1.5'],
  ['SLA_CONTACT_DAYS', '-1'],
  ['NOTIFY_API_KEY', 'key'],
  ['NOTIFY_TEMPLATE_EMAIL', 'welcome'],
  ['NOTIFY_TEMPLATE_TEXT', 'welcome'],
  ['NOTIFY_URL', 'http://notify.example'],
  ['NOTIFY_CALLBACK_TOKEN', 'too short'],
  ['QUIET_HOURS', '8pm to 8am'],
  ['QUIET_HOURS', '20:00-20:00'],
  ['QUIET_HOURS', '20:00-24:00'],
  ['QUIET_HOURS', ' none'],
])('the site does not start with %s=%s, and says that it is that one', (name, value) => {
  const lines = complaint({ [name]: value }).split('\n');
  expect(lines[0]).toBe('These settings are wrong:');
  expect(lines.slice(1).every((line) => line.startsWith(`  ${name}: `))).toBe(true);
  expect(lines.length).toBeGreaterThan(1);
});

test('all wrong settings are named at once, with what was given', () => {
  const said = complaint({ PORT: 'eighty', PHONE: '1', COUNCIL_NAME: 'Anytown', LANGUAGES: 'ur' });
  for (const wrong of [/PORT: .*"eighty"/, /PHONE: .*"1"/, /LANGUAGES: must include en.*"ur"/]) {
    expect(said).toMatch(wrong);
  }
  expect(said).not.toContain('COUNCIL_NAME');
});

test('a wrong mail server is named without the password that stands in it', () => {
  const said = complaint({ SMTP_URL: 'http://user:hunter2@mail.example' });
  expect(said).toContain('SMTP_URL');
  expect(said).not.toContain('hunter2');
});

test('a search server has an address and perhaps a key, which no complaint shows', () => {
  const MEILI_URL = 'http://127.0.0.1:7700/';
  expect(readSettings({}).meilisearch).toBeUndefined();
  expect(readSettings({ MEILI_URL }).meilisearch).toEqual({
    ...{ url: 'http://127.0.0.1:7700', key: undefined, index: 'fis' },
  });
  expect(complaint({ MEILI_KEY: 'a'.repeat(16) })).toContain('MEILI_URL: must be set');
  const said = complaint({ MEILI_URL: 'http://user:hunter2@search.example', MEILI_KEY: 'hunter3' });
  expect(said).toContain('MEILI_URL: must hold no password');
  expect(said).toContain('MEILI_KEY: must have at least 16 characters');
  expect(said).not.toMatch(/hunter/);
});

describe('GOV.UK Notify', () => {
  const uuid = '8b6b7e2d-9a3c-4f8e-8f5a-0a4f6b1c2d3e';
  const NOTIFY_API_KEY = `live-${uuid}-${uuid}`;

  test('with a key needs a template for texts, and one for e-mails or a mail server', () => {
    const said = complaint({ NOTIFY_API_KEY });
    expect(said).toContain('NOTIFY_TEMPLATE_TEXT: must be set with NOTIFY_API_KEY');
    expect(said).toContain('NOTIFY_TEMPLATE_EMAIL: must be set');
    const text = { NOTIFY_API_KEY, NOTIFY_TEMPLATE_TEXT: uuid };
    expect(complaint(text)).toContain('NOTIFY_TEMPLATE_EMAIL');
    expect(complaint({ ...text, SMTP_URL: 'smtp://mail.example' })).toBe('');
    expect(readSettings({ ...text, NOTIFY_TEMPLATE_EMAIL: uuid }).notify).toEqual({
      apiKey: NOTIFY_API_KEY,
      url: 'https://api.notifications.service.gov.uk',
      emailTemplate: uuid,
      textTemplate: uuid,
    });
  });

  test('without a key carries nothing, whatever else is set', () => {
    expect(readSettings({ NOTIFY_TEMPLATE_TEXT: uuid }).notify).toBeUndefined();
  });

  test.each([
    'NOTIFY_API_KEY',
    'NOTIFY_TEMPLATE_EMAIL',
    'NOTIFY_TEMPLATE_TEXT',
    'NOTIFY_URL',
    'NOTIFY_CALLBACK_TOKEN',
  ])('a secret in %s that is wrong is never shown', (name) => {
    const said = complaint({ [name]: 'hunter2' });
    expect(said).toContain(name);
    expect(said).not.toContain('hunter2');
  });
});

test('quiet hours are minutes of London’s day, from 20:00 to 08:00 unless said', () => {
  expect(readSettings({}).quietHours).toEqual({ from: 1200, to: 480 });
  expect(readSettings({ QUIET_HOURS: '21:30-07:15' }).quietHours).toEqual({ from: 1290, to: 435 });
  expect(readSettings({ QUIET_HOURS: 'none' }).quietHours).toBeNull();
});

test('nothing has to be set, and an empty setting is one that was not set', () => {
  const plain = readSettings({});
  expect(readSettings({ PORT: '', SMTP_URL: '', COUNCIL_NAME: '', LANGUAGES: '' })).toEqual(plain);
  expect(plain).toMatchObject({
    publicUrl: 'http://localhost:4321',
    publicUrlIsFixed: false,
    smtpUrl: undefined,
    languages: ['en', 'pl', 'ur'],
    targets: { contact: 2, providerAnswer: 2, options: 10 },
  });
});

test('keys and messages are kept beside the database unless somebody says where', () => {
  const beside = readSettings({ DATABASE_PATH: 'here/fis.sqlite' });
  expect(beside).toMatchObject({ keysFile: 'here/keys.json', outboxDir: 'here/outbox' });
  expect(beside.keysFileIsGiven).toBe(false);
  const given = readSettings({ KEYS_FILE: '/run/keys.json', PUBLIC_URL: 'https://fis.example/' });
  expect(given).toMatchObject({ keysFile: '/run/keys.json', keysFileIsGiven: true });
  expect(given).toMatchObject({ publicUrl: 'https://fis.example', publicUrlIsFixed: true });
});

describe('a brand colour carries white text', () => {
  test('the measure is that of WCAG', () => {
    expect(contrastWithWhite('#000000')).toBeCloseTo(21, 5);
    expect(contrastWithWhite('#ffffff')).toBeCloseTo(1, 5);
    expect(contrastWithWhite('#777777')).toBeCloseTo(4.478, 2);
  });

  test('a grey just too light is refused, and one just dark enough is taken', () => {
    expect(complaint({ BRAND_COLOUR: '#777777' })).toContain('BRAND_COLOUR: must be dark enough');
    expect(readSettings({ BRAND_COLOUR: '#767676' }).council.brandColour).toBe('#767676');
    expect(readSettings({ BRAND_COLOUR: '#0B5345' }).council.brandColour).toBe('#0b5345');
  });
});

describe('opening hours', () => {
  const hours = (text: string) => readSettings({ OPENING_HOURS: text }).council.openingHours;

  test('are two days and two times', () => {
    expect(hours('Mon-Fri 09:00-17:00')).toEqual({
      from: 1,
      to: 5,
      opens: '09:00',
      closes: '17:00',
    });
    expect(hours('Sat-Sat 10:30-24:00')).toMatchObject({ from: 6, to: 6, closes: '24:00' });
  });

  test.each([
    'Mon-Fri 17:00-09:00',
    'Mon-Fri 09:00-09:00',
    'Mon-Fri 9:00-17:00',
    'Mon-Fri 09:75-17:00',
    'Mon-Fri 09:00-25:00',
    'Mon-Fri 09:00-24:30',
    'mon-fri 09:00-17:00',
    'Monday-Friday 09:00-17:00',
    ' Mon-Fri 09:00-17:00',
  ])('%s is refused with an example', (text) => {
    expect(complaint({ OPENING_HOURS: text })).toContain('like Mon-Fri 09:00-17:00');
  });
});

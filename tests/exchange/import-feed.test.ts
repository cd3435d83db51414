import { expect, test } from 'vitest';
import { getProvider } from '#directory/provider-store.ts';
import { importFeed } from '#exchange/import-feed.ts';
import { feedOf, registration, registrations, takeFeed } from './feed-files.ts';
import {
  counts,
  directoryRows,
  done,
  imported,
  realFeed,
  realOfsted,
  workshop,
} from './support.ts';

test('what the feed says of a nursery goes into the tables', () => {
  const shop = workshop();
  const text = registration('EY458243')
    .replace(
      '<RegistrationCertificate/>',
      '<RegistrationCertificate><CertificateConditionList><CertificateCondition><Condition>No &amp; never at night</Condition></CertificateCondition></CertificateConditionList></RegistrationCertificate>',
    )
    .replace(
      '<NoticeHistoryList/>',
      '<NoticeHistoryList><NoticeHistory><Type>Cancellation</Type><SubType>Notice of intention</SubType><Status>Issued</Status><NOIDate>2021-08-01</NOIDate></NoticeHistory><NoticeHistory><Type>Cancellation</Type><SubType>Notice of intention</SubType><Status>Withdrawn</Status><NOIDate>2015-08-01</NOIDate></NoticeHistory></NoticeHistoryList>',
    )
    .replace(
      '</SettingAddress>',
      '</SettingAddress><SettingContact><TelephoneNumber>01614960001</TelephoneNumber><FaxNumber>01614960002</FaxNumber><EmailAddress>a@b.example</EmailAddress></SettingContact>',
    );
  takeFeed(shop, '2021-09-01', text);
  expect(getProvider(shop.db, 'ey458243')).toMatchObject({
    ...{ name: 'Railway Kindergarten', kind: 'nursery', authority: 'Trafford', organisation: null },
    address: { lines: ['110 Railway Road', 'Urmston'], town: 'Manchester', postcode: 'M41 0YD' },
    contacts: [
      { kind: 'phone', value: '0161 496 0001' },
      { kind: 'email', value: 'a@b.example' },
      { kind: 'fax', value: '0161 496 0002' },
    ],
    registration: {
      ...{ urn: 'EY458243', registeredOn: '2012-12-13', registeredWith: 'ofsted' },
      registers: { earlyYears: true, compulsory: false, voluntary: false },
      carePeriods: ['all-year', 'weekdays-all-day', 'five-days-a-week'],
      ageBands: [{ ages: { from: 0, to: 59 }, most: 22, register: 'early-years' }],
      conditions: ['No & never at night'],
      steps: [{ step: 'notice-to-cancel', takenOn: '2021-08-01' }],
    },
    inspections: [
      { inspectedOn: '2019-02-12', overallGrade: 2 },
      { inspectedOn: '2015-11-18', overallGrade: 2 },
      { inspectedOn: '2013-06-06', overallGrade: 3 },
    ],
  });
  const withPerson = registration('EY485456');
  takeFeed(shop, '2021-09-02', withPerson);
  expect(getProvider(shop.db, 'ey485456')?.organisation).toMatchObject({
    ...{ id: 'rp907036', name: 'Victoria Road Private Day Nursery Ltd', address: null },
  });
});

test('the same feed again changes nothing; what is gone has left, and returns', () => {
  const shop = workshop();
  done(importFeed(shop.ctx, realFeed));
  const before = directoryRows(shop);
  expect(counts(done(importFeed(shop.ctx, realFeed)))).toEqual({
    ...{ added: 0, changed: 0, unchanged: 15, left: 0 },
  });
  expect(directoryRows(shop)).toEqual(before);
  const [first = '', ...others] = registrations;
  expect(counts(takeFeed(shop, '2021-09-02', ...others))).toMatchObject({ unchanged: 14, left: 1 });
  expect(getProvider(shop.db, 'ey458243')).toBeNull();
  expect(counts(takeFeed(shop, '2021-09-03', first, ...others))).toMatchObject({
    changed: 1,
    left: 0,
  });
  expect(getProvider(shop.db, 'ey458243')?.name).toBe('Railway Kindergarten');
});

test('after the public list of the area, the feed adds, changes, and marks what it lacks', () => {
  const shop = workshop();
  imported(shop, realOfsted);
  const report = done(importFeed(shop.ctx, realFeed));
  expect(report).toMatchObject({ added: 8, changed: 6, unchanged: 0 });
  expect(report.left).toBe(395 - 6 + 1);
  expect(getProvider(shop.db, 'ey458243')?.registration?.places).toBe(22);
});

test('registrations that cannot be read are refused with a reason; persons and agencies are passed over', () => {
  const shop = workshop();
  takeFeed(shop, '2021-09-01', registration('EY458243'), registration('TS900005'));
  const report = takeFeed(
    shop,
    '2021-09-02',
    registration('EY458243').replaceAll('ACTV', 'WHAT'),
    registration('EY485456').replace('CCN', 'XXX'),
    registration('TS900009').replace('TS900009', 'no number'),
    registration('TS900005'),
    registration('TS900005'),
    registration('TS900006').replace('CMR', 'RPP'),
    registration('TS900007').replace('CMR', 'CA'),
  );
  expect(report.refusedRows.map(({ subject, reason }) => `${subject}: ${reason}`)).toEqual([
    'EY458243: the status "WHAT" is not known',
    'EY485456: the type "XXX" is not known',
    'no number: "no number" is not a URN',
    'TS900005: this URN is in the file more than once',
  ]);
  expect(report.refusedRows[0]?.line).toBe(4);
  expect(report.leftOut).toEqual({
    'registered persons, who are no place': 1,
    'childminder agencies': 1,
  });
  expect(counts(report)).toEqual({ added: 0, changed: 0, unchanged: 1, left: 0 });
  expect(getProvider(shop.db, 'ey458243')).not.toBeNull();
});

test('a feed in Windows-1252 that says so is read', () => {
  const shop = workshop();
  const text = feedOf(
    '2021-09-01',
    registration('EY458243').replace('Railway Kindergarten', 'Caf\u00e9 Kids'),
  );
  const bytes = Buffer.from(text.replace('encoding="utf-8"', 'encoding="windows-1252"'), 'latin1');
  done(importFeed(shop.ctx, shop.write('a.xml', bytes)));
  expect(getProvider(shop.db, 'ey458243')?.name).toBe('Café Kids');
});

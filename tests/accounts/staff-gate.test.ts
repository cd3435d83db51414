import { expect, test } from 'vitest';
import { secondsToWait } from '#accounts/sign-in-throttle.ts';
import { detourFor, isStaffPath } from '#accounts/staff-gate.ts';

test.each([
  '/staff',
  '/staff/',
  '/staff/cases/1',
  '/%73taff/queue',
  '/%2573taff',
  '//staff',
  '/Staff',
  '/\\staff',
])('%s is in the staff area', (path) => {
  expect(isStaffPath(path)).toBe(true);
});

test.each(['/', '/find', '/staffing', '/provider/staff', '/%'])('%s is not', (path) => {
  expect(isStaffPath(path)).toBe(false);
});

test('who is not signed in goes to sign in, from every page but the doors', () => {
  for (const path of ['/staff', '/staff/cases/1', '/staff/code', '/staff/enrol', '/staff/joiner']) {
    expect(detourFor(path, null), path).toBe('/staff/sign-in');
  }
  for (const path of ['/staff/sign-in', '/staff/join', '/staff/join/abc', '/staff/sign-out']) {
    expect(detourFor(path, null), path).toBeNull();
  }
});

test('who has yet to give the code can do only that', () => {
  expect(detourFor('/staff', { needs: 'code' })).toBe('/staff/code');
  expect(detourFor('/staff/enrol', { needs: 'code' })).toBe('/staff/code');
  expect(detourFor('/staff/code', { needs: 'code' })).toBeNull();
});

test('who has yet to enrol can do only that', () => {
  expect(detourFor('/staff/cases/1', { needs: 'enrol' })).toBe('/staff/enrol');
  expect(detourFor('/staff/code', { needs: 'enrol' })).toBe('/staff/enrol');
  expect(detourFor('/staff/recovery-codes', { needs: 'enrol' })).toBeNull();
});

test('who is signed in goes anywhere', () => {
  const actor = { kind: 'staff', id: '1', name: 'Bea', role: 'broker' } as const;
  expect(detourFor('/staff/cases/1', { actor })).toBeNull();
});

test('the wait doubles after four failures', () => {
  expect([0, 3, 4, 5, 6, 9].map(secondsToWait)).toEqual([0, 0, 1, 2, 4, 32]);
});

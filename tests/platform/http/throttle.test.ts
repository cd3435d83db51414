import { describe, expect, test } from 'vitest';
import { clientKey } from '#platform/http/client-key.ts';
import { openThrottle, usualAllowances } from '#platform/http/throttle.ts';

const small = { client: { most: 3, everySeconds: 10 }, all: { most: 5, everySeconds: 2 } };
const allowances = { ...usualAllowances, report: small, 'find-request': small };

function open() {
  let now = Date.parse('2026-11-23T10:00:00Z');
  const throttle = openThrottle({ now: () => new Date(now) }, allowances);
  const take = (address?: string, what: 'report' | 'find-request' = 'report') =>
    throttle.take(what, address).waitSeconds;
  return { take, wait: (seconds: number) => (now += seconds * 1000), throttle };
}
const times = <T>(count: number, work: () => T): readonly T[] =>
  Array.from({ length: count }, work);

test('one address may go on so often, then is told how long to wait, and then may again', () => {
  const { take, wait } = open();
  expect(times(3, () => take('192.0.2.1'))).toEqual([0, 0, 0]);
  expect(take('192.0.2.1')).toBe(10);
  wait(4);
  expect(take('192.0.2.1')).toBe(6);
  wait(6);
  expect(take('192.0.2.1')).toBe(0);
  expect(take('192.0.2.1')).toBe(10);
});

test('another address, and another thing to do, have their own', () => {
  const { take } = open();
  times(4, () => take('192.0.2.1'));
  expect(take('192.0.2.2')).toBe(0);
  expect(take('192.0.2.1', 'find-request')).toBe(0);
});

test('all together have one too, and who was refused for himself has used up none of it', () => {
  const { take, wait } = open();
  times(3, () => take('192.0.2.1'));
  times(50, () => take('192.0.2.1'));
  expect([take('192.0.2.2'), take('192.0.2.3'), take('192.0.2.4')]).toEqual([0, 0, 2]);
  wait(2);
  expect(take('192.0.2.4')).toBe(0);
});

test('a bucket is never fuller than full, also when the clock steps back', () => {
  const { take, wait } = open();
  wait(-3600);
  expect(times(3, () => take('192.0.2.1'))).toEqual([0, 0, 0]);
  wait(86_400);
  expect(times(4, () => take('192.0.2.1'))).toEqual([0, 0, 0, 10]);
  wait(-3600);
  expect(take('192.0.2.1')).toBe(10);
});

test('a home’s whole IPv6 network counts as one', () => {
  const { take } = open();
  expect(times(3, () => take('2001:db8:1:2::1'))).toEqual([0, 0, 0]);
  expect(take('2001:db8:1:2:ffff:1:2:3')).toBe(10);
  expect(take('2001:db8:1:3::1')).toBe(0);
});

test.each([undefined, '127.0.0.1', '::1', '::ffff:127.0.0.1'])(
  'this machine’s own address (%s) stands for anybody: only all together count',
  (address) => {
    const { take } = open();
    expect(times(6, () => take(address))).toEqual([0, 0, 0, 0, 0, 2]);
  },
);

describe('whom an address stands for', () => {
  test.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0DB8:0001:0002::6', '2001:db8:1:2'],
    ['2001:db8::6', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::2', '0:0:0:0'],
    ['', null],
    ['unix:/tmp/socket', null],
    ['not an address', null],
  ])('%s: %s', (address, key) => {
    expect(clientKey(address)).toBe(key);
  });
});

test('a flood from everywhere does not fill the memory, and is still refused', () => {
  let now = 0;
  const generous = { most: 1e9, everySeconds: 1 };
  const one = { most: 1, everySeconds: 3600 };
  const throttle = openThrottle(
    { now: () => new Date(now) },
    { ...usualAllowances, report: { client: one, all: generous } },
  );
  const before = process.memoryUsage().heapUsed;
  for (let sent = 0; sent < 200_000; sent += 1) {
    now += 1;
    throttle.take('report', `10.${(sent >> 16) & 255}.${(sent >> 8) & 255}.${sent & 255}`);
  }
  expect(throttle.take('report', '10.3.13.63').waitSeconds).toBeGreaterThan(0);
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(64 * 1024 * 1024);
});

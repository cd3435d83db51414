import { expect, test } from 'vitest';
import { clientAddress } from '#platform/http/server/client-address.ts';

const proxies = ['127.0.0.1', '10.0.0.5'];

test.each([
  ['nobody’s word counts without a proxy of ours', '192.0.2.9', '198.51.100.1', '192.0.2.9'],
  ['a proxy of ours says for whom it asks', '127.0.0.1', '198.51.100.1', '198.51.100.1'],
  ['also when its address is written as IPv6', '::ffff:127.0.0.1', '198.51.100.1', '198.51.100.1'],
  [
    'what the client itself claims stands further left, and is not believed',
    '127.0.0.1',
    '203.0.113.7, 198.51.100.1',
    '198.51.100.1',
  ],
  ['through two proxies of ours', '127.0.0.1', '198.51.100.1, 10.0.0.5', '198.51.100.1'],
  ['an IPv6 client', '127.0.0.1', '2001:db8::1', '2001:db8::1'],
  ['what is no address', '127.0.0.1', 'unknown', '127.0.0.1'],
  ['nothing said', '127.0.0.1', undefined, '127.0.0.1'],
  ['nothing but ourselves', '127.0.0.1', '10.0.0.5', '127.0.0.1'],
])('%s', (_, remote, forwarded, client) => {
  expect(clientAddress(remote, forwarded, proxies)).toBe(client);
});

test('without proxies of ours nothing is believed', () => {
  expect(clientAddress('127.0.0.1', '198.51.100.1')).toBe('127.0.0.1');
  expect(clientAddress(undefined, '198.51.100.1', proxies)).toBeUndefined();
});

import { isIP, isIPv4, SocketAddress } from 'node:net';

/**
 * Whom an address stands for: itself when it is IPv4, its /64 when it is IPv6 (a home has a whole
 * one). Null for no address, and for this machine's own, behind which anybody may be.
 * @example clientKey('2001:db8:1:2:aaaa::1') // => '2001:db8:1:2'
 */
export function clientKey(address: string | undefined): string | null {
  const text = (address ?? '').split('%')[0] ?? '';
  const plain = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(text)?.[1] ?? text;
  if (isIP(plain) === 0 || plain === '::1' || plain.startsWith('127.')) return null;
  return isIPv4(plain) ? plain : network(plain);
}

/** The first four groups, written as short as they can be. */
function network(address: string): string {
  const { address: short } = new SocketAddress({ address, family: 'ipv6' });
  const [head = '', tail] = short.split('::');
  const [before, after] = [head, tail ?? ''].map((part) => part.split(':').filter(Boolean));
  const gap = tail === undefined ? 0 : 8 - (before?.length ?? 0) - (after?.length ?? 0);
  const groups = [...(before ?? []), ...Array<string>(gap).fill('0'), ...(after ?? [])];
  return groups.slice(0, 4).join(':');
}

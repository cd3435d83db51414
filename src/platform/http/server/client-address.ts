import { isIP } from 'node:net';

const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '');

/**
 * Where a request comes from. Of what `X-Forwarded-For` says only the part is believed that one of
 * our own proxies has put there: the last address that is not itself one of them.
 */
export function clientAddress(
  remote: string | undefined,
  forwardedFor: string | readonly string[] | undefined,
  proxies: readonly string[] = [],
): string | undefined {
  if (remote === undefined || !proxies.includes(plain(remote))) return remote;
  const passed = [forwardedFor ?? []].flat().join(',').split(',');
  const client = passed.map((one) => one.trim()).findLast((one) => !proxies.includes(plain(one)));
  return client !== undefined && isIP(client) > 0 ? client : remote;
}

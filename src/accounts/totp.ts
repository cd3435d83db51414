import { createHmac } from 'node:crypto';

const stepSeconds = 30;
const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The six digits for one time step (RFC 4226, RFC 6238 with SHA-1: what every app can do). */
export function codeAt(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac('sha1', secret).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 15;
  const number = digest.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

/** The step a code belongs to: the present one or a neighbour, for clocks that differ a little. */
export function stepOf(secret: string, code: string, now: Date): number | undefined {
  const present = Math.floor(now.getTime() / 1000 / stepSeconds);
  return [present, present - 1, present + 1].find((step) => codeAt(secret, step) === code);
}

/** The secret as apps take it by hand. */
export function keyText(secret: string): string {
  const bits = [...Buffer.from(secret)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const fives = bits.match(/.{1,5}/g) ?? [];
  return fives.map((five) => base32[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
}

/** What the QR code says to the app. A colon ends the issuer's name, so it may not hold one. */
export function keyUri(secret: string, service: string, account: string): string {
  const issuer = service.replaceAll(':', '');
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  const query = new URLSearchParams({ secret: keyText(secret), issuer, digits: '6', period: '30' });
  return `otpauth://totp/${label}?${query.toString().replaceAll('+', '%20')}`;
}

import { codeAt } from '#accounts/totp.ts';
import { follow, led, shown } from './line.ts';
import { cookieOf, plainText, type Visitor } from './visitor.ts';

/** Makes a staff account at the site itself, from its link on; gives every secret that was shown. */
export async function joinAtSite(broker: Visitor, link: string, password: string) {
  await led(broker, await follow(broker, link), { name: 'Asha Malik', password });
  const firstCookie = cookieOf(broker.browser, '__Host-staff');
  const { html } = await shown(broker, '/staff/enrol');
  const key = plainText(/<code[^>]*>(.*?)<\/code>/s.exec(html)?.[1] ?? '').replaceAll(' ', '');
  const secret = fromBase32(key);
  await led(broker, '/staff/enrol', { code: codeAt(secret, Math.floor(Date.now() / 30_000)) });
  const codes = await broker.post('/staff/recovery-codes', { step: 'show' });
  const shownCodes = [...codes.html.matchAll(/<code>(.*?)<\/code>/g)].map(([, code = '']) => code);
  await led(broker, '/staff/recovery-codes', { step: 'kept' });
  return { firstCookie, secrets: [key, secret, ...shownCodes] };
}

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function fromBase32(text: string): string {
  const bits = [...text].map((sign) => base32.indexOf(sign).toString(2).padStart(5, '0')).join('');
  const bytes = (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
  return Buffer.from(bytes).toString();
}

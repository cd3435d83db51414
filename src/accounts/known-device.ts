import { createHmac, timingSafeEqual } from 'node:crypto';
import type { App } from '#platform/context.ts';
import { hashEmail } from './email.ts';
import { cookieValue, staffCookies } from './staff-cookies.ts';

const knownDays = 180;
const daySeconds = 86_400;

type DeviceApp = Pick<App, 'clock' | 'ids' | 'keys'>;

/**
 * The `Set-Cookie` line by which a browser is known again for 180 days after somebody signed in with
 * it. It opens nothing: it only counts this browser's tries apart from strangers'.
 */
export function knowDevice({ clock, ids, keys }: DeviceApp, accountId: string): string {
  const until = Math.floor(clock.now().getTime() / 1000) + knownDays * daySeconds;
  const claim = `${accountId}.${ids.token().slice(0, 16)}.${until}`;
  const value = `${claim}.${signature(keys, claim)}`;
  const lasts = `Max-Age=${knownDays * daySeconds}`;
  return `${staffCookies.device}=${value}; ${lasts}; Path=/; HttpOnly; Secure; SameSite=Strict`;
}

/** Whose browser a `Cookie` header says it is, and the name it has; undefined when unknown. */
function knownDevice({ clock, keys }: Pick<App, 'clock' | 'keys'>, cookieHeader: string | null) {
  const value = cookieValue(cookieHeader, staffCookies.device) ?? '';
  const [accountId = '', name = '', until = '', signed = ''] = value.split('.');
  const right = signature(keys, `${accountId}.${name}.${until}`);
  const isOurs =
    signed.length === right.length && timingSafeEqual(Buffer.from(signed), Buffer.from(right));
  const isOver = !(Number(until) * 1000 > clock.now().getTime());
  return isOurs && !isOver ? { accountId, name } : undefined;
}

/**
 * Who a try to sign in counts against: a browser that this account has been used in has a count of
 * its own, so that strangers who know the address cannot lock its person out; all others share one.
 */
export function whoTries(
  app: Pick<App, 'clock' | 'keys'>,
  account: { readonly email: string; readonly id: string | undefined },
  cookieHeader: string | null,
): string {
  const device = knownDevice(app, cookieHeader);
  return device !== undefined && device.accountId === account.id
    ? `device:${device.name}`
    : hashEmail(app.keys, account.email);
}

const signature = (keys: App['keys'], claim: string): string =>
  createHmac('sha256', keys.staffSessions).update(`device|${claim}`).digest('base64url');

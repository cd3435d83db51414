import type { HeaderValue } from './answer.ts';

const policyWith = (imageOrigin: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src 'self' data:${imageOrigin === '' ? '' : ` ${imageOrigin}`}`,
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');

const unusedFeatures = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
];

const oneYearAndADay = 366 * 24 * 60 * 60;

/**
 * The headers that every answer carries, whatever its status or kind.
 * `Referrer-Policy` is `same-origin`, since `no-referrer` makes a browser send `Origin: null` with
 * our own forms. `Strict-Transport-Security` only means something, and is only sent, on https.
 * Pictures come from this site, and from `imageOrigin` where a council has map tiles of its own.
 */
export function securityHeaders(
  publicUrlIsHttps: boolean,
  imageOrigin = '',
): Readonly<Record<string, string>> {
  const policy = policyWith(imageOrigin);
  return {
    'content-security-policy': publicUrlIsHttps ? `${policy}; upgrade-insecure-requests` : policy,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'permissions-policy': [
      ...unusedFeatures.map((name) => `${name}=()`),
      'geolocation=(self)',
    ].join(', '),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'origin-agent-cluster': '?1',
    'x-permitted-cross-domain-policies': 'none',
    ...(publicUrlIsHttps && {
      'strict-transport-security': `max-age=${String(oneYearAndADay)}; includeSubDomains`,
    }),
  };
}

/**
 * An answer's header lines, name and value in turn, with the security headers over its own. A page
 * may only tighten the content policy: a browser obeys both when two are sent.
 */
export function headerLines(
  headers: Readonly<Record<string, HeaderValue>>,
  security: Readonly<Record<string, string>>,
): (string | string[])[] {
  const lines: (string | string[])[] = [];
  for (const name in security) lines.push(name, security[name] ?? '');
  for (const name in headers) {
    const value = headers[name];
    const isOurs = name in security && name !== policyName;
    if (value === undefined || isOurs || revealing.has(name)) continue;
    lines.push(name, typeof value === 'string' ? value : [...value]);
  }
  return lines;
}

const policyName = 'content-security-policy';

/** These say what the site is built with, which only helps someone who looks for a way in. */
const revealing = new Set(['x-powered-by', 'server']);

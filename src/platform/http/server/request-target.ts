/** What a request asks for, once it is known to be well formed. */
export type Target = {
  /** Starts with one slash; dot segments are resolved. */
  readonly path: string;
  /** Empty, or starts with `?`. */
  readonly search: string;
};

const badPath = /^[^/]|\/\/|\\|#|[\0-\x20\x7f]/;

/**
 * Reads a request's target. Undefined when it is not a plain path on this site: an absolute or
 * `//host` address, a backslash, a broken or a hidden control character, too many slashes.
 */
export function readTarget(raw: string): Target | undefined {
  const text = repairText(raw);
  if (text === undefined) return undefined;
  const [rawPath = ''] = text.split('?', 1);
  if (badPath.test(rawPath) || !decodesCleanly(rawPath)) return undefined;
  const url = URL.parse(text, 'http://site');
  return url?.host === 'site' ? { path: url.pathname, search: url.search } : undefined;
}

/** Node hands over raw bytes as Latin-1; some clients send words as plain UTF-8. */
function repairText(raw: string): string | undefined {
  if (!/[\x80-\xff]/.test(raw)) return raw;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(raw, 'latin1'));
  } catch {
    return undefined;
  }
}

function decodesCleanly(path: string): boolean {
  try {
    return !/[\0-\x1f\x7f\\]/.test(decodeURIComponent(path));
  } catch {
    return false;
  }
}

const hostName = /^(?:[a-z0-9](?:[a-z0-9.-]{0,252}[a-z0-9])?|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/i;

/** True for a `Host` header that is one plain name or address, with or without a port. */
export function isPlainHost(host: string | undefined): host is string {
  return host !== undefined && hostName.test(host) && URL.canParse(`http://${host}`);
}

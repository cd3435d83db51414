/** In these places the next part of the path is a secret: it opens a family's or a person's page. */
const beforeSecrets = new Set(['t', 'track', 'answer', 'join', 'reminders']);
const looksSecret = /^[\w-]{32,}$/;
const looksPersonal = /@|%40|^FIS-/i;
const longestLogged = 200;

/**
 * A path that may stand in a log: the part after `/t/`, `/track/`, `/answer/`, `/reminders/` and `/staff/join/`,
 * and any part long enough to be a token, becomes `:token`; an e-mail address or a request's
 * reference becomes `:private`.
 */
export function redactPath(path: string): string {
  const parts = path.split('/');
  return parts
    .map((part, index) => redactPart(part, parts[index - 1]))
    .join('/')
    .slice(0, longestLogged);
}

function redactPart(part: string, before: string | undefined): string {
  const secret = before !== undefined && beforeSecrets.has(before.toLowerCase()) && part !== '';
  if (secret || looksSecret.test(part)) return ':token';
  return looksPersonal.test(part) ? ':private' : part;
}

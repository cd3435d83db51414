import type { App } from '#platform/context.ts';
import { lookAtLink, openLink } from '#platform/links/open-link.ts';
import type { Result } from '#platform/result.ts';
import { success } from '#platform/result.ts';

/** How long a browser has, after the link, to send the name and password. */
export const joinHours = 1;

type LinkProblem = 'link-unknown' | 'link-used' | 'link-expired';

/** What a link to join would open, without using it. */
export const lookAtInvitation = (app: App, token: string): Result<unknown, LinkProblem> =>
  lookAtLink(app.db, app, 'join', token);

/** Uses a link to join; gives the secret for the `__Host-join` cookie. */
export function openInvitation(app: App, token: string): Result<string, LinkProblem> {
  const opened = openLink(app, 'join', token, joinHours);
  return opened.ok ? success(opened.value.visitToken) : opened;
}

import type { LinkPurpose } from '../links/access-link.ts';
import { lookAtLink, openLink } from '../links/open-link.ts';
import type { App } from '../context.ts';
import type { Problem } from '../problem.ts';

export type Landing =
  | { readonly state: 'ready' }
  | { readonly state: 'opened'; readonly visitToken: string }
  | { readonly state: 'new-link-sent' }
  | {
      readonly state: 'closed';
      readonly problem: Extract<Problem, 'link-unknown' | 'link-used' | 'link-expired'>;
    };

/**
 * The page that a one-time link leads to. Looking changes nothing (mail scanners follow links); its
 * button opens the link, and a used or old one offers to send a new one.
 */
export async function landing(
  app: App,
  link: { readonly purpose: LinkPurpose; readonly token: string; readonly visitHours: number },
  request: Request,
  sendNew: (app: App, token: string) => void,
): Promise<Landing> {
  const { purpose, token, visitHours } = link;
  if (request.method !== 'POST') {
    const looked = lookAtLink(app.db, app, purpose, token);
    return looked.ok ? { state: 'ready' } : { state: 'closed', problem: looked.problem };
  }
  if ((await request.formData()).get('do') === 'new-link') {
    sendNew(app, token);
    return { state: 'new-link-sent' };
  }
  const opened = openLink(app, purpose, token, visitHours);
  return opened.ok
    ? { state: 'opened', visitToken: opened.value.visitToken }
    : { state: 'closed', problem: opened.problem };
}

import type { App } from '#platform/context.ts';
import { sendNewLink } from '#platform/links/send-new-link.ts';
import { trackLinkHours } from './tracking.ts';

/** Sends a family a fresh link to the request that a used or old link was for. */
export const sendNewTrackingLink = (app: App, token: string): void =>
  sendNewLink(app, token, { purpose: 'track', kind: 'tracking-link', hours: trackLinkHours });

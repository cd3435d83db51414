import { answerLinkHours } from '#casework/asking/ask-provider.ts';
import type { App } from '#platform/context.ts';
import { sendNewLink } from '#platform/links/send-new-link.ts';

/** Sends a provider a fresh link to the question that a used or old link was for. */
export const sendNewAnswerLink = (app: App, token: string): void =>
  sendNewLink(app, token, { purpose: 'answer', kind: 'provider-link', hours: answerLinkHours });

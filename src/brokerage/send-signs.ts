import { readTyped } from '#platform/http/form.ts';
import type { SendSigns } from './send-request.ts';

/** What came with the button that sends; null while a request is only looked at. */
export const sendSigns = async (request: Request): Promise<SendSigns | null> =>
  request.method === 'POST' ? readTyped(await request.formData()) : null;

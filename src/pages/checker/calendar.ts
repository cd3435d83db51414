import type { APIRoute } from 'astro';
import { calendarDownload } from '#entitlements/checker/calendar-download.ts';
import { attachment } from '#platform/http/attachment.ts';

/** The days as a file for a calendar, made from the answers in the form. */
export const POST: APIRoute = async ({ locals, request, redirect }) => {
  const file = calendarDownload(locals.ctx, await request.formData());
  return file === null
    ? redirect(locals.href('/checker'), 303)
    : attachment('childcare.ics', 'text/calendar; charset=utf-8', file);
};

/** Without answers there are no days. */
export const GET: APIRoute = ({ locals, redirect }) => redirect(locals.href('/checker'), 303);

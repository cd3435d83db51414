import type { APIContext } from 'astro';
import { defineMiddleware } from 'astro:middleware';
import { addressOf, splitLanguage, type Query } from '#platform/http/addresses.ts';
import { isForm } from '#platform/http/is-form.ts';
import { needsTheMainSite } from '#platform/http/read-only.ts';
import { isFromThisSite } from '#platform/http/same-origin.ts';
import { detourFor, isStaffPath } from '#accounts/staff-gate.ts';
import { whoIsSignedIn } from '#accounts/who-is-signed-in.ts';
import { whoAsks } from './who-asks.ts';

/** Speaks the language of the path, keeps foreign forms out, and gives each request its context. */
export const onRequest = defineMiddleware(async (context, next) => {
  const { app } = context.locals;
  // A rewrite to a problem page comes through here again and keeps its context.
  if (isPrepared(context.locals)) return next();
  const { language, path } = splitLanguage(context.url.pathname, app.settings.languages);
  const words = app.catalogue.speak(language);
  if (path !== '/') await app.search.ready();
  context.locals.ctx = { ...app, actor: whoAsks(app, context.cookies, path), words };
  context.locals.path = path;
  context.locals.href = (to: string, query?: Query) => addressOf(language, to, query);
  const problem = await refusalOf(context, path);
  if (problem !== null) return next(new Request(new URL(`/problem/${problem}`, context.url)));
  if (isStaffPath(path)) {
    const detour = await enterStaffArea(context);
    if (detour !== null) return context.redirect(addressOf(language, detour), 303);
  }
  return language === 'en' ? next() : next(path + context.url.search);
});

/** Why a request is not let in to its page; null when it is. */
async function refusalOf({ locals, request, url }: APIContext, path: string) {
  const { settings } = locals.app;
  if (settings.readOnly && needsTheMainSite(path)) return 'read-only';
  const host = settings.publicUrlIsFixed ? new URL(settings.publicUrl).host : url.host;
  return isForMachines(path) || (await isOwnForm(request, host)) ? null : 'foreign-origin';
}

const isPrepared = (locals: object): boolean => 'ctx' in locals;

/** Whether a request changes nothing, or is a form of this site's. */
const isOwnForm = async (request: Request, host: string): Promise<boolean> =>
  isFromThisSite(request.method, request.headers, host) &&
  (request.method !== 'POST' || (await isForm(request)));

/** What another service posts to, with a token of its own instead of a form of ours. */
const isForMachines = (path: string): boolean => path === '/api/notify-receipt';

/** Makes the signed-in member of staff the asker; gives where to go when that is not enough. */
async function enterStaffArea({ locals, request }: APIContext): Promise<string | null> {
  const who = await whoIsSignedIn(locals.app, request);
  if (who !== null && 'actor' in who) locals.ctx = { ...locals.ctx, actor: who.actor };
  return detourFor(locals.path, who);
}

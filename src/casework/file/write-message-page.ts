import { z } from 'zod';
import { longestMessage } from '#brokerage/message.ts';
import type { OpenCase } from '#brokerage/case-store.ts';
import type { Query } from '#platform/http/addresses.ts';
import type { Ctx } from '#platform/context.ts';
import {
  oneLine,
  parseTyped,
  readTyped,
  showProblems,
  typedValue,
  type FieldProblem,
  type Typed,
} from '#platform/http/form.ts';
import { failure, success, type Result } from '#platform/result.ts';
import type { WordKey } from '#platform/i18n/word-keys.ts';
import { staffWith } from '../staff-rights.ts';
import { caseMessages } from './case-messages.view.ts';
import { composeMessage, type Composed } from './compose-message.ts';
import { typedDay } from './fields.ts';
import { templateLinks, templateView, writingLanguages } from './message-form.view.ts';
import { asksFor, isTemplate, templateTongues, type TemplateName } from './message-template.ts';
import { readConversation } from './read-conversation.ts';
import { writeMessage } from './write-message.ts';

type Href = (path: string, query?: Query) => string;

export type WriteMessagePage = {
  readonly done: boolean;
  readonly stale: boolean;
  /** The HTTP status the page answers with. */
  readonly status: 200 | 409 | 422;
  readonly version: number;
  readonly view: ReturnType<typeof caseMessages>;
  readonly template: ReturnType<typeof templateView> | null;
  readonly templates: ReturnType<typeof templateLinks>;
  readonly languages: ReturnType<typeof writingLanguages>;
  readonly typed: Typed;
  readonly text: string;
  readonly once: string;
  readonly problems: ReturnType<typeof showProblems>;
};

const key = (text: WordKey): WordKey => text;
const form = z.object({
  text: oneLine
    .transform((text) => text.replaceAll('\r\n', '\n'))
    .pipe(z.string().max(longestMessage, { error: key('casework:message.tooLong') })),
  once: oneLine,
  version: oneLine,
});

/**
 * The page on which staff write to a family, from a template or in their own words, with the
 * conversation so far. What was typed is kept when it is wrong or when something new has come.
 */
export async function writeMessagePage(
  ctx: Ctx,
  reference: string,
  request: Request,
  href: Href = (path) => path,
): Promise<Result<WriteMessagePage>> {
  const staff = staffWith('work', ctx.actor);
  if (!staff.ok) return staff;
  const read = readConversation(ctx, reference);
  if (!read.ok) return read;
  const { subject, messages } = read.value;
  if (subject.status === 'closed') return failure('not-in-this-state');
  const isPost = request.method === 'POST';
  const typed = readTyped(isPost ? await request.formData() : new URL(request.url).searchParams);
  const composed = composedOf(ctx, subject, typed);
  const page: WriteMessagePage = {
    ...{ done: false, stale: false, status: 200, version: subject.version, typed },
    view: caseMessages(ctx, subject, messages),
    template: shownTemplate(ctx, subject, composed),
    templates: templateLinks(ctx, href, reference),
    languages: writingLanguages(ctx, subject),
    text: isPost ? typedValue(typed, 'text') : '',
    once: isPost ? typedValue(typed, 'once') : ctx.ids.id(),
    problems: showProblems(ctx.words, []),
  };
  return isPost ? answer(ctx, subject, page, composed) : success(page);
}

const shownTemplate = (ctx: Ctx, subject: OpenCase, { template, values }: Composed) =>
  template === null ? null : templateView(ctx, subject, template, values);

function answer(
  ctx: Ctx,
  subject: OpenCase,
  page: WriteMessagePage,
  composed: Composed,
): Result<WriteMessagePage> {
  const parsed = parseTyped(form, page.typed);
  const problems = parsed.ok ? missing(composed) : parsed.problems;
  if (!parsed.ok || problems.length > 0)
    return success({ ...page, status: 422, problems: showProblems(ctx.words, problems) });
  const sent = send(ctx, subject, composed, parsed.value);
  if (sent.ok) return success({ ...page, done: true });
  return sent.problem === 'stale-version' ? success({ ...page, stale: true, status: 409 }) : sent;
}

function composedOf(ctx: Ctx, { reference, family }: OpenCase, typed: Typed): Composed {
  const at = (name: string) => typedValue(typed, name);
  const asked = at('template');
  const provider = at('provider').trim();
  const theirs = ctx.catalogue.speak(family.language).language.code;
  return {
    template: isTemplate(asked) ? asked : null,
    tongue: templateTongues.find((tongue) => tongue === at('tongue')) ?? 'theirs',
    values: {
      ...{ reference, phone: ctx.settings.council.phone },
      provider: provider === '' ? null : provider,
      day: typedDay(at('day-day'), at('day-month'), at('day-year')),
    },
    own: at('text').trim().replaceAll('\r\n', '\n'),
    ownLanguage: at('language') === 'en' ? 'en' : theirs,
  };
}

function missing({ template, own, values }: Composed): readonly FieldProblem[] {
  if (template === null)
    return own === '' ? [{ field: 'text', key: 'casework:message.missing' }] : [];
  return [...gapsIn(template, values)];
}

function* gapsIn(template: TemplateName, { provider, day }: Composed['values']) {
  if (asksFor(template, 'provider') && provider === null)
    yield { field: 'provider', key: key('caseFile:message.providerMissing') };
  if (asksFor(template, 'day') && day === null)
    yield { field: 'day', key: key('caseFile:message.dayMissing') };
}

function send(
  ctx: Ctx,
  { reference, family }: OpenCase,
  composed: Composed,
  { once, version }: { readonly once: string; readonly version: string },
) {
  const speaks = {
    theirs: ctx.catalogue.speak(family.language),
    english: ctx.catalogue.speak('en'),
  };
  const text = composeMessage(speaks, family, composed);
  return writeMessage(ctx, reference, {
    ...{ text, once },
    ...(version !== '' && { version: Number(version) }),
  });
}

import type { Ctx } from '#platform/context.ts';

/** Words of councils' names that give nothing away, and that people may well use. */
const ofAnyCouncil = new Set(
  'council borough county city district metropolitan royal london town unitary authority'.split(
    ' ',
  ),
);
const shortestWord = 5;

/** What a stranger would try first: the person, the e-mail address, the service, the council. */
export function telltaleNames(ctx: Ctx, email: string, name: string): readonly string[] {
  const [local = ''] = email.split('@');
  const council = ctx.settings.council.name;
  const words = council
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length >= shortestWord && !ofAnyCouncil.has(word));
  const person = [...name.split(/\s+/), local, ...local.split(/[^\p{L}]+/u)];
  return [...person, ctx.words.t('site:serviceName'), council, ...words];
}

import { z } from 'zod';
import { helperRoles } from '#brokerage/family.ts';
import { roleWords } from '#brokerage/family-words.ts';
import type { Ctx } from '#platform/context.ts';
import { oneOf } from '#platform/http/form.ts';
import { success, type Result } from '#platform/result.ts';
import { staffWith } from '../staff-rights.ts';
import { addContact } from './add-contact.ts';
import { filledLine, line, lines, once, ticked } from './fields.ts';
import { takeForm, type FormState } from './form-state.ts';
import { readCase } from './read-case.ts';

const form = z.object({
  role: oneOf(helperRoles, 'caseFile:people.roleMissing'),
  name: filledLine('caseFile:people.nameMissing'),
  ...{ team: line, reach: line, note: lines, isLead: ticked, once },
});

export type ContactPage = {
  readonly form: FormState;
  readonly roles: readonly { readonly value: string; readonly text: string }[];
};

/** The page on which staff add a professional round the child. */
export async function contactPage(
  ctx: Ctx,
  reference: string,
  request: Request,
): Promise<Result<ContactPage>> {
  const staff = staffWith('work', ctx.actor);
  if (!staff.ok) return staff;
  const read = readCase(ctx, reference, 'work');
  if (!read.ok) return read;
  const act = (added: z.infer<typeof form>) => addContact(ctx, reference, added);
  const taken = await takeForm(ctx, request, read.value.version, form, act);
  if (!taken.ok) return taken;
  const roles = helperRoles.map((value) => ({ value, text: ctx.words.t(roleWords[value]) }));
  return success({ form: taken.value, roles });
}

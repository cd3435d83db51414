import { z } from 'zod';
import { outcomes } from '#brokerage/case-status.ts';
import { oneLine, oneOf } from '#platform/http/form.ts';
import type { WordKey } from '#platform/i18n/word-keys.ts';
import { triesBeforeLost, type ClosingFacts } from './closing-facts.ts';
import { mayExplain } from './missing-facts.ts';

const tooLong: WordKey = 'casework:close.note.tooLong';
const lines = oneLine.pipe(z.string().max(2000, { error: tooLong }));

const fields = z.object({
  version: oneLine.transform(Number),
  outcome: oneOf(outcomes, 'casework:close.outcome.missing'),
  compromise: lines,
  why: lines,
  note: lines,
});
type Typed = z.infer<typeof fields>;
type Fault = readonly [path: keyof Typed, message: WordKey];

/**
 * How a case ended; what each ending needs is asked for where it is missing. A form made from another
 * version than `version` is let through: what it lacks may have changed, and that is said first.
 */
export const closeForm = (facts: ClosingFacts, version: number) =>
  fields.transform((typed, context) => {
    const fault = typed.version === version ? faultOf(typed, facts) : null;
    if (fault !== null) {
      const [path, message] = fault;
      context.addIssue({ code: 'custom', path: [path], message });
      return z.NEVER;
    }
    const { compromise, note, ...rest } = typed;
    const told = rest.outcome === 'placed-with-compromise' ? compromise : '';
    return { ...rest, note: [told, note].filter(Boolean).join('\n') };
  });

function faultOf(
  { outcome, compromise, why }: Typed,
  { missing, tries }: ClosingFacts,
): Fault | null {
  if (outcome === 'placed-with-compromise' && compromise === '')
    return ['compromise', 'asking:close.compromise.missing'];
  if (outcome === 'lost-contact' && tries < triesBeforeLost && why === '')
    return ['why', 'asking:close.why.tries'];
  return outcome === 'unmet' ? faultOfGaps(missing, why) : null;
}

function faultOfGaps(missing: ClosingFacts['missing'], why: string): Fault | null {
  if (!mayExplain(missing)) return ['outcome', 'asking:close.missing.cannot'];
  return missing.length > 0 && why === '' ? ['why', 'asking:close.why.missing'] : null;
}

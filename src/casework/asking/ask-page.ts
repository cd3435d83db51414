import type { OpenCase } from '#brokerage/case-store.ts';
import { placeName } from '#directory/place-words.ts';
import { kindName } from '#directory/taxonomy.ts';
import { londonDay } from '#platform/calendar/london-time.ts';
import type { Ctx } from '#platform/context.ts';
import { readTyped, showProblems, typedValue, type Typed } from '#platform/http/form.ts';
import { failure, success, type Result } from '#platform/result.ts';
import { readCase } from '../file/read-case.ts';
import { parseAsk, fieldId } from './ask.form.ts';
import { askProviders } from './ask-providers.ts';
import { askablePlace, type AskablePlace } from './askable-place.ts';
import { dayWords, questionFor } from './enquiry.ts';
import { enquiryView } from './enquiry.view.ts';
import { needsAgreement } from './may-be-asked.ts';

export type AskPage = {
  readonly done: boolean;
  readonly title: string;
  readonly version: number;
  readonly note: string;
  readonly places: readonly ReturnType<typeof placeForm>[];
  /** The family's own words about a day, which go only with its yes; '' when there are none. */
  readonly day: string;
  readonly withDay: readonly string[];
  readonly problems: ReturnType<typeof showProblems>;
  /** Somebody changed the case meanwhile; what was typed is kept. */
  readonly stale: boolean;
};

/** As many as can be looked over in one go. */
const most = 12;

/** Asks places together: shows all that each of them will be told, then sends it. */
export async function askPage(
  ctx: Ctx,
  reference: string,
  request: Request,
  ids: readonly string[],
): Promise<Result<AskPage>> {
  const read = readCase(ctx, reference, 'work');
  if (!read.ok) return read;
  const subject = read.value;
  const places = [...new Set(ids)]
    .slice(0, most)
    .flatMap((id) => askablePlace(ctx.db, subject, id) ?? []);
  if (places.length === 0) return failure('not-found');
  if (request.method !== 'POST') return success(shown(ctx, subject, places, null));
  const typed = readTyped(await request.formData());
  const parsed = parseAsk(
    typed,
    places.map(({ providerId, kind }) => ({
      providerId,
      mustAgree: needsAgreement(subject.family.sharing, kind),
    })),
  );
  const page = shown(ctx, subject, places, typed);
  if (!parsed.ok) return success({ ...page, problems: showProblems(ctx.words, parsed.problems) });
  const asked = askProviders(ctx, { ...parsed.value, reference });
  if (asked.ok) return success({ ...page, done: true });
  return asked.problem === 'stale-version' ? success({ ...page, stale: true }) : asked;
}

function shown(
  ctx: Ctx,
  subject: OpenCase,
  places: readonly AskablePlace[],
  typed: Typed | null,
): AskPage {
  const { t } = ctx.words;
  const forms = places.map((place, index) => placeForm(ctx, subject, place, index, typed));
  const [first] = forms;
  return {
    done: false,
    title:
      forms.length === 1 && first
        ? t('casework:ask.title', { name: first.title })
        : t('asking:several.title', { count: forms.length }),
    version: subject.version,
    note: typedValue(typed ?? {}, 'note'),
    places: forms,
    day: dayWords(subject.family),
    withDay: typed?.['withDay'] ?? [],
    problems: showProblems(ctx.words, []),
    stale: false,
  };
}

function placeForm(
  ctx: Ctx,
  { family }: OpenCase,
  place: AskablePlace,
  index: number,
  typed: Typed | null,
) {
  const { words } = ctx;
  const { provider, kind } = place;
  const title = provider ? placeName(words, provider) : (place.name ?? '');
  const to = { email: '', providerName: title, note: '' };
  const question = questionFor(family, londonDay(ctx.clock.now()), to);
  return {
    id: place.providerId,
    title,
    kind: kind === null ? words.t('asking:several.added') : kindName(words, kind),
    ...filledIn(place, index, typed),
    mustAgree: needsAgreement(family.sharing, kind),
    ids: {
      name: fieldId('providerName', index),
      email: fieldId('email', index),
      agreed: fieldId('agreed', index),
    },
    preview: enquiryView(words, { question }),
  };
}

/** What stands in a place's fields: what was typed, else what is known of it. */
function filledIn({ name, email }: AskablePlace, index: number, typed: Typed | null) {
  if (typed === null) return { name: name ?? '', email, agreed: [] };
  return {
    name: typed['providerName']?.[index] ?? '',
    email: typed['email']?.[index] ?? '',
    agreed: typed['agreed'] ?? [],
  };
}

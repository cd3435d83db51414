import { z } from 'zod';
import { oneLine } from '#platform/http/form.ts';
import type { FieldProblem, Typed } from '#platform/http/form.ts';
import type { WordKey } from '#platform/i18n/word-keys.ts';
import type { AskedPlace, AskSeveral } from './ask-providers.ts';

/** A place on the form, and whether the family must have said yes to it. */
export type PlaceToAsk = { readonly providerId: string; readonly mustAgree: boolean };
type Asked = Omit<AskSeveral, 'reference'>;
type Parsed =
  | { readonly ok: true; readonly value: Asked }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

const email = z.email();
const at = (name: string, index: number) => (index === 0 ? name : `${name}-${index + 1}`);
const line = (typed: Typed, name: string, index = 0) => (typed[name]?.[index] ?? '').trim();

/**
 * The broker's question to several places: their names and addresses come in the order of the places,
 * `agreed` holds the ids of those to which the family has said yes.
 */
export function parseAsk(typed: Typed, places: readonly PlaceToAsk[]): Parsed {
  const note = line(typed, 'note');
  const asked = places.map((place, index) => placeOf(typed, place, index));
  const problems = [
    ...asked.flatMap((place, index) => faultsOf(place, places[index]?.mustAgree ?? false, index)),
    ...(note.length > 1000 ? [{ field: 'note', key: key('casework:ask.note.tooLong') }] : []),
  ];
  if (problems.length > 0) return { ok: false, problems };
  const version = oneLine.transform(Number).parse(typed['version'] ?? []);
  const withDay = line(typed, 'withDay') !== '';
  return { ok: true, value: { version, note, withDay, places: asked } };
}

const key = (text: WordKey): WordKey => text;

const placeOf = (typed: Typed, { providerId }: PlaceToAsk, index: number): AskedPlace => ({
  providerId,
  email: line(typed, 'email', index),
  providerName: line(typed, 'providerName', index),
  agreed: (typed['agreed'] ?? []).includes(providerId),
});

function faultsOf(place: AskedPlace, mustAgree: boolean, index: number): readonly FieldProblem[] {
  const { providerName, email: to, agreed } = place;
  const fault = (field: string, text: WordKey) => [{ field: at(field, index), key: text }];
  return [
    ...(providerName === '' ? fault('providerName', 'casework:ask.name.missing') : []),
    ...(providerName.length > 120 ? fault('providerName', 'casework:ask.name.tooLong') : []),
    ...(to === '' ? fault('email', 'casework:ask.email.missing') : []),
    ...(to !== '' && !email.safeParse(to).success
      ? fault('email', 'casework:ask.email.wrong')
      : []),
    ...(mustAgree && !agreed ? fault('agreed', 'casework:ask.agreed.missing') : []),
  ];
}

/** The id of a place's field, as the problems name it. */
export const fieldId = at;

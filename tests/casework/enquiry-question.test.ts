import { describe, expect, test } from 'vitest';
import { parseAsk } from '#casework/asking/ask.form.ts';
import { needsAgreement } from '#casework/asking/may-be-asked.ts';
import { questionFor } from '#casework/asking/enquiry.ts';
import { sharings, type Sharing } from '#brokerage/family.ts';
import { answerPage } from '#providers/answer-page.ts';
import { sampleFamily } from '../support/family.ts';
import { askPlace, sendSampleRequest, valueOf } from '../support/request.ts';
import { openTestApp } from '../support/test-app.ts';

const to = { email: 'a@nursery.example', providerName: 'Acorn', note: 'Step-free' };
const shared = (share: Sharing) => ({
  ...sampleFamily,
  sharing: { ...sampleFamily.sharing, share },
});

describe('a provider is told', () => {
  test('the age, the times, the district and, when the family allows it, the kinds of help', () => {
    expect(questionFor(shared('all'), '2026-11-23', to)).toEqual({
      ...to,
      childrenMonths: [30],
      start: '2027-01',
      slots: ['mon-morning', 'sat-morning'],
      notSure: false,
      term: 'not-sure',
      district: 'M33',
      needGroups: ['equipment', 'health'],
      tasks: ['tube-feeding'],
      day: '',
    });
  });

  test('no kinds of help when the family shares times only', () => {
    expect(questionFor(shared('times-only'), '2026-11-23', to)).toMatchObject({
      needGroups: null,
      tasks: [],
    });
  });

  test.each(sharings)('never who they are or what they wrote (%s)', (share) => {
    const text = JSON.stringify(questionFor(shared(share), '2026-11-23', to));
    for (const told of [
      'Amina',
      'amina@',
      '0456',
      '2DH',
      '2024-05',
      'buses',
      'nurseries',
      '"ur"',
    ]) {
      expect(text).not.toContain(told);
    }
  });

  test('on its page no more than the question holds', async () => {
    const app = openTestApp();
    const sent = sendSampleRequest(app, { sharing: { share: ['times-only'] } });
    const { provider } = askPlace(app, sent, 'acorn', 'Step-free');
    const { view } = valueOf(await answerPage(provider, new Request('http://localhost/answer')));
    const text = JSON.stringify(view);
    expect(text).toContain('2 years');
    expect(text).toContain('The family would rather tell you this themselves');
    for (const told of [
      'Amina',
      'amina@',
      '0456',
      '2DH',
      'buses',
      'nurseries',
      'quipment',
      sent.reference,
    ]) {
      expect(text).not.toContain(told);
    }
  });
});

describe('the broker’s form', () => {
  const typed = { version: ['3'], email: ['a@nursery.example'], providerName: ['Acorn'] };
  const problems = (share: Sharing, more = {}) => {
    const mustAgree = needsAgreement({ share, kinds: [], team: false }, 'nursery');
    const parsed = parseAsk({ ...typed, ...more }, [{ providerId: 'acorn', mustAgree }]);
    return parsed.ok ? [] : parsed.problems.map(({ key }) => key.replace('casework:ask.', ''));
  };

  test('needs a name and an address', () => {
    expect(problems('all')).toEqual([]);
    expect(problems('all', { email: [''], providerName: [' '] })).toEqual([
      'name.missing',
      'email.missing',
    ]);
    expect(problems('all', { email: ['acorn'] })).toEqual(['email.wrong']);
    expect(problems('all', { email: ['a@b.example\nBcc: c@d.example'] })).toEqual(['email.wrong']);
    expect(problems('all', { providerName: ['x'.repeat(121)] })).toEqual(['name.tooLong']);
    expect(problems('all', { note: ['x'.repeat(1001)] })).toEqual(['note.tooLong']);
  });

  test('needs the family’s agreement when it wants to be asked first, and only then', () => {
    expect(problems('ask-first')).toEqual(['agreed.missing']);
    expect(problems('ask-first', { agreed: ['acorn'] })).toEqual([]);
    expect(problems('times-only')).toEqual([]);
  });
});

test.each([
  ['nursery', ['childminders'], true],
  ['nursery', ['groups', 'schools'], false],
  ['childminder', ['childminders'], false],
  ['school-nursery', ['groups'], true],
  [null, ['groups', 'childminders'], true],
  [null, [], false],
] as const)('a %s of a family that named %j needs its word: %s', (kind, kinds, needed) => {
  expect(needsAgreement({ share: 'all', kinds: [...kinds], team: false }, kind)).toBe(needed);
});

import { expect, test } from 'vitest';
import { proposalsPage } from '#casework/asking/proposals-page.ts';
import { settleProposal } from '#casework/asking/settle-proposal.ts';
import { getProvider } from '#directory/provider-store.ts';
import { listProposals } from '#directory/proposal-store.ts';
import { answerEnquiry } from '#providers/answer-enquiry.ts';
import { askPlace, no, sendSampleRequest, valueOf } from '../support/request.ts';
import { everyRow, rowsIn } from '../support/rows.ts';
import { asha, openTestApp } from '../support/test-app.ts';

function learned() {
  const app = openTestApp();
  const sent = sendSampleRequest(app);
  const { provider } = askPlace(app, sent);
  const facts = { vacancy: { band: '2', places: 2 }, offers: ['hoist'] } as const;
  valueOf(answerEnquiry(provider, no, facts));
  valueOf(answerEnquiry(provider, no, facts));
  return { app, sent };
}
const search = {
  ...{ words: '', near: null, withinMiles: null, along: null, covers: [], count: [] },
  ...{ sort: 'name', offset: 0, limit: 10 },
};

test('what a place says of itself waits for a person, once, with nothing of the family', () => {
  const { app, sent } = learned();
  expect(listProposals(app.db)).toMatchObject([
    { providerId: 'acorn', fact: { kind: 'vacancy', places: 2 }, saidOn: '2026-11-23' },
    { providerId: 'acorn', fact: { kind: 'inclusion', attribute: 'hoist', answer: 'yes' } },
  ]);
  const rows = JSON.stringify(rowsIn(app.db, 'directory_proposal'));
  for (const told of [sent.caseId, sent.reference, 'M33', 'Amina']) {
    expect(rows).not.toContain(told);
  }
  expect(getProvider(app.db, 'acorn')?.vacancies).toEqual([]);
});

test('accepted, it is in the directory with its source and day, and searches find it', () => {
  const { app } = learned();
  const found = () =>
    app.search.searchHere({ ...search, filters: [{ facet: 'inclusion', anyOf: ['hoist'] }] }).total;
  expect(found()).toBe(0);
  for (const { id } of listProposals(app.db)) valueOf(settleProposal(app.as(asha), id, 'accepted'));
  const place = getProvider(app.db, 'acorn');
  expect(place?.vacancies).toMatchObject([{ places: 2, asAt: '2026-11-23', ages: { from: 24 } }]);
  expect(place?.inclusion.get('hoist')).toMatchObject({ answer: 'yes', source: 'provider' });
  expect(place?.fieldSources.map(({ fieldGroup }) => fieldGroup).toSorted()).toEqual([
    'inclusion',
    'vacancies',
  ]);
  expect(found()).toBe(1);
});

test('refused, it is not; and nobody decides twice', async () => {
  const { app } = learned();
  const press = (typed: Readonly<Record<string, string>>) =>
    proposalsPage(
      app.as(asha),
      (path) => path,
      new Request('http://localhost/x', { method: 'POST', body: new URLSearchParams(typed) }),
    );
  const [first] = listProposals(app.db);
  expect(valueOf(await press({ refuse: first?.id ?? '' })).done).toBe(true);
  expect(getProvider(app.db, 'acorn')?.vacancies).toEqual([]);
  const before = everyRow(app.db);
  expect(await press({ accept: first?.id ?? '' })).toMatchObject({ problem: 'not-found' });
  expect(everyRow(app.db)).toEqual(before);
});

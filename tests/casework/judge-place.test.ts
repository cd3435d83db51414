import { describe, expect, test } from 'vitest';
import { addPlaceToCase } from '#casework/asking/add-place.ts';
import { askProvider } from '#casework/asking/ask-provider.ts';
import { listEnquiries } from '#casework/asking/enquiry-store.ts';
import { judgePlace } from '#casework/asking/judge-place.ts';
import { viewAsking } from '#casework/file/view-asking.ts';
import { trackRequest } from '#brokerage/track-request.ts';
import { trackView } from '#brokerage/track.view.ts';
import { claimed, sendSampleRequest, valueOf } from '../support/request.ts';
import { addPlace } from '../support/place.ts';
import { everyRow, rowsIn } from '../support/rows.ts';
import { asha, openTestApp } from '../support/test-app.ts';

function setUp() {
  const app = openTestApp();
  const sent = claimed(app, sendSampleRequest(app));
  for (const id of ['acorn', 'beech', 'cedar']) addPlace(app, id);
  const { reference } = sent;
  const judge = (providerId: string, verdict: 'pinned' | 'dropped' | null, reason = '') =>
    judgePlace(app.as(asha), { reference, providerId, verdict, reason });
  const seen = () => viewAsking(app.as(asha), sent.now());
  const order = () => seen().matches.map(({ provider }) => provider.id);
  return { app, sent, judge, seen, order };
}

describe('the broker’s judgement wins', () => {
  test('a pinned place comes first, a dropped one not at all, until that is taken back', () => {
    const { judge, seen, order } = setUp();
    const before = order();
    expect(before).toEqual(['acorn', 'beech', 'cedar']);
    valueOf(judge('cedar', 'pinned'));
    valueOf(judge('acorn', 'dropped', 'The family tried it'));
    expect(order()).toEqual(['cedar', 'beech']);
    expect(seen().dropped).toMatchObject([
      { provider: { id: 'acorn' }, reason: 'The family tried it' },
    ]);
    valueOf(judge('cedar', 'dropped', 'Moved'));
    expect(order()).toEqual(['beech']);
    valueOf(judge('cedar', null));
    valueOf(judge('acorn', null));
    expect(order()).toEqual(before);
  });

  test('and its reason is sealed; a place that is not there cannot be judged', () => {
    const { app, judge } = setUp();
    valueOf(judge('acorn', 'dropped', 'Qzreason'));
    expect(JSON.stringify(everyRow(app.db))).not.toContain('Qzreason');
    expect(judge('nowhere', 'pinned')).toMatchObject({ problem: 'not-found' });
  });
});

test('a place that is not listed is asked by e-mail like any other, on its own case alone', () => {
  const { app, sent, seen } = setUp();
  const other = claimed(app, sendSampleRequest(app));
  const added = { name: 'Qzgranny’s house', email: 'granny@x.example', phone: '0161 496 0000' };
  const providerId = valueOf(addPlaceToCase(app.as(asha), sent.reference, added));
  expect(seen().added).toMatchObject([{ providerId, detail: added }]);
  const ask = (on: typeof sent) =>
    askProvider(app.as(asha), {
      ...{ reference: on.reference, version: on.now().version, providerId },
      ...{ email: added.email, providerName: added.name, note: '', agreed: false },
    });
  expect(ask(other)).toMatchObject({ problem: 'not-found' });
  valueOf(ask(sent));
  expect(listEnquiries(app.db, sent.now())).toMatchObject([{ providerId }]);
  expect(seen().added).toEqual([]);
  const tracked = trackView(sent.family, (path) => path, valueOf(trackRequest(sent.family)));
  expect(tracked.asked).toMatchObject([{ name: added.name, providerHref: null }]);
  expect(JSON.stringify(rowsIn(app.db, 'case_place'))).not.toContain('Qzgranny');
});

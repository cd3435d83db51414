import type { Query } from '#platform/http/addresses.ts';
import { londonDay } from '#platform/calendar/london-time.ts';
import type { Ctx } from '#platform/context.ts';
import { staffWith } from '../staff-rights.ts';
import { callsView, reachView } from './case-calls.view.ts';
import { enquiriesView } from './case-enquiries.view.ts';
import { familyFacts, permissions } from './case-facts.view.ts';
import { feedbackView } from './case-feedback.view.ts';
import { caseHead } from './case-head.view.ts';
import { matchesView } from './case-matches.view.ts';
import { caseMessages } from './case-messages.view.ts';
import { notesView } from './case-notes.view.ts';
import { peopleView } from './case-people.view.ts';
import { recordLinks } from './case-records.view.ts';
import { referralsView } from './case-referrals.view.ts';
import { tasksView } from './case-tasks.view.ts';
import { tiesView } from './case-ties.view.ts';
import { timelineView, type TimelineShow } from './case-timeline.view.ts';
import { weekView } from './case-week.view.ts';
import { templateLinks, writingLanguages } from './message-form.view.ts';
import type { CaseFile } from './view-case.ts';

type Href = (path: string, query?: Query) => string;

/** A broker's page of one request, a part to each panel. */
export function caseView(ctx: Ctx, href: Href, file: CaseFile, show: TimelineShow = 'all') {
  const { words, ids } = ctx;
  const { subject } = file;
  const today = londonDay(ctx.clock.now());
  const path = `/staff/case/${subject.reference}`;
  const to = (place: string) => href(`${path}/${place}`);
  return {
    ...{ reference: subject.reference, version: subject.version },
    mayWork: staffWith('work', ctx.actor).ok,
    head: caseHead(ctx, href, file),
    facts: familyFacts(ctx, subject.family),
    permissions: permissions(ctx, subject.family),
    week: weekView(words, subject.family),
    people: peopleView(words, subject, file.contacts),
    reach: reachView(ctx, subject, false),
    calls: callsView(words, href, subject, file.calls),
    tasks: tasksView(ctx, file.tasks),
    notes: notesView(words, file.notes),
    referrals: referralsView(words, href, subject, file.referrals),
    ties: tiesView(ctx, href, subject, file.ties),
    messages: caseMessages(ctx, subject, file.messages),
    templates: templateLinks(ctx, href, subject.reference),
    languages: writingLanguages(ctx, subject),
    feedback: feedbackView(words, file.feedback, to('picture')),
    timeline: timelineView(words, href, subject.reference, file.events, show),
    enquiries: enquiriesView(words, href, { subject, ...file.asking }),
    matches: matchesView(words, href, { subject, ...file.asking, today, isExtract: true }),
    records: recordLinks(ctx, to),
    once: ids.id(),
    links: {
      ...{ message: to('message'), note: to('note'), call: to('call'), task: to('task') },
      ...{ contact: to('contact'), refer: to('refer'), summary: to('summary'), next: to('next') },
      handOver: to('hand-over'),
    },
  };
}
export type CaseView = ReturnType<typeof caseView>;

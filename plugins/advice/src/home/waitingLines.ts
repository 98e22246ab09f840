import type { AdviceDay } from '@imsa-hub/advice-common';
import { writtenCount, type WaitingLine } from '@imsa-hub/ui';
import { pagePaths } from '../api/paths';

/** What waits for this person, the most pressing kind first. Nothing: left out. */
export function waitingLines(options: {
  day: AdviceDay;
  has(door: string): boolean;
}): readonly WaitingLine[] {
  const { day, has } = options;
  const canAnswer = has('advice.answer');
  const lines = [
    {
      key: 'late',
      href: pagePaths.queue,
      number: canAnswer ? day.late : 0,
      what: day.late === 1 ? 'query is late' : 'queries are late',
      isPressing: true,
    },
    {
      key: 'to-triage',
      href: pagePaths.view('to-triage'),
      number: has('advice.triage') ? day.toTriage : 0,
      what: 'to triage',
      isPressing: false,
    },
    {
      key: 'mail-to-log',
      href: pagePaths.mails,
      number: has('advice.log-call') ? day.mailToLog : 0,
      what: day.mailToLog === 1 ? 'mail to be logged' : 'mails to be logged',
      isPressing: false,
    },
    {
      key: 'to-read',
      href: pagePaths.view('to-read'),
      number: canAnswer ? day.toRead : 0,
      what:
        day.toRead === 1
          ? 'reply to read for a colleague'
          : 'replies to read for colleagues',
      isPressing: false,
    },
    {
      key: 'mine',
      href: pagePaths.view('mine'),
      number: canAnswer ? day.mine : 0,
      what: 'in your hands',
      isPressing: false,
    },
    {
      key: 'unclaimed',
      href: pagePaths.view('unclaimed'),
      number: canAnswer ? day.unclaimed : 0,
      what: 'waiting for an adviser',
      isPressing: false,
    },
  ];
  const replies = day.repliesToRead.map(({ id, reference }) => ({
    key: `reply ${id}`,
    href: pagePaths.query(id),
    count: '1',
    what: `reply to read: ${reference}`,
    isPressing: false,
  }));
  return [
    ...lines
      .filter(({ number }) => number > 0)
      .map(({ number, ...line }) => ({ ...line, count: writtenCount(number) })),
    ...replies,
  ];
}

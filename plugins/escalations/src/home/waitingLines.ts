import type { EscalationDay } from '@imsa-hub/escalations-common';
import { writtenCount, type WaitingLine } from '@imsa-hub/ui';
import { pagePaths } from '../api/paths';

const several = (count: number, one: string, many: string) =>
  count === 1 ? one : many;

/** The case itself: nothing on the board tells which one it is. */
const at = (caseId: string | null) =>
  caseId ? pagePaths.case(caseId) : pagePaths.desk;

/** What waits for this person, the most pressing kind first. Nothing: left out. */
export function waitingLines(options: {
  day: EscalationDay;
  has(door: string): boolean;
}): readonly WaitingLine[] {
  const { day, has } = options;
  const isDesk = has('escalations.desk');
  const mine = isDesk ? pagePaths.view('mine') : pagePaths.desk;
  const lines = [
    {
      key: 'late',
      href: isDesk ? pagePaths.view('late') : pagePaths.desk,
      number: day.late,
      what: several(
        day.late,
        'case is past a target',
        'cases are past a target',
      ),
      isPressing: true,
    },
    {
      key: 'consent',
      href: pagePaths.desk,
      number: day.consentToDecide,
      what: several(
        day.consentToDecide,
        'request to decide on without a survivor’s agreement',
        'requests to decide on without a survivor’s agreement',
      ),
      isPressing: true,
    },
    {
      key: 'to-accept',
      href: pagePaths.view('to-accept'),
      number: isDesk ? day.toAccept : 0,
      what: 'to accept',
      isPressing: false,
    },
    {
      key: 'returned',
      href: pagePaths.raise,
      number: day.returned,
      what: several(
        day.returned,
        'case was returned to you',
        'cases were returned to you',
      ),
      isPressing: false,
    },
    {
      key: 'opinions',
      href: at(day.opinionCase),
      number: day.opinions,
      what: several(
        day.opinions,
        'second opinion to give',
        'second opinions to give',
      ),
      isPressing: false,
    },
    {
      key: 'handovers',
      href: mine,
      number: day.handovers,
      what: several(
        day.handovers,
        'handover to agree to',
        'handovers to agree to',
      ),
      isPressing: false,
    },
    {
      key: 'spends',
      href: at(day.spendCase),
      number: day.spendsToDecide,
      what: several(
        day.spendsToDecide,
        'spend to decide on',
        'spends to decide on',
      ),
      isPressing: false,
    },
    {
      key: 'tasks',
      href: mine,
      number: day.tasks,
      what: several(day.tasks, 'task of yours', 'tasks of yours'),
      isPressing: false,
    },
    {
      key: 'mine',
      href: mine,
      number: day.mine,
      what: 'in your hands',
      isPressing: false,
    },
    {
      key: 'drafts',
      href: pagePaths.raise,
      number: day.drafts,
      what: several(day.drafts, 'draft to go on with', 'drafts to go on with'),
      isPressing: false,
    },
  ];
  return lines
    .filter(({ number }) => number > 0)
    .map(({ number, ...line }) => ({ ...line, count: writtenCount(number) }));
}

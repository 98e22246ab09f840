import { decide } from '@imsa-hub/core';
import type {
  EscalationAction,
  EscalationStatus,
} from '@imsa-hub/escalations-common';
import {
  escalationFlow,
  escalationFlowWords,
  type EscalationFlowContext,
} from './escalationFlow';

/** The Hub Manager, with nothing of their own in it. */
const MANAGER: EscalationFlowContext = {
  works: true,
  desk: true,
  manages: true,
  isRaiser: false,
  isLead: false,
  isNextLead: false,
  isHandler: false,
  hasLead: true,
  destroyed: false,
  level: 'senior-imsa',
  overrides: true,
  consent: 'given',
  opinionOpen: false,
  opinionAskedOfMe: false,
  handoverOpen: false,
  handoverAccepted: false,
  spendOpen: false,
  spendOfOthersOpen: false,
  narrowed: () => undefined,
};

const asked = (
  status: EscalationStatus,
  action: EscalationAction,
  context: Partial<EscalationFlowContext>,
) =>
  decide({
    flow: escalationFlow,
    words: escalationFlowWords,
    status,
    action,
    context: { ...MANAGER, ...context },
    reason: 'given',
  });

describe('nobody decides on what they brought or lead', () => {
  const NOT_AGREED = { consent: 'none' } as const;
  const decisions: ReadonlyArray<
    [EscalationStatus, EscalationAction, Partial<EscalationFlowContext>?]
  > = [
    ['raised', 'accept'],
    ['raised', 'return'],
    ['raised', 'assign'],
    ['raised', 'raise-level'],
    ['raised', 'override-consent', NOT_AGREED],
    ['returned', 'override-consent', NOT_AGREED],
    ['accepted', 'override-consent', NOT_AGREED],
    ['in-progress', 'override-consent', NOT_AGREED],
    ['waiting', 'override-consent', NOT_AGREED],
    ['resolved', 'override-consent', NOT_AGREED],
    ['resolved', 'close'],
  ];

  test.each(decisions)('%s: %s', (status, action, standing = {}) => {
    expect(asked(status, action, standing)).toMatchObject({ allowed: true });
    for (const own of [{ isRaiser: true }, { isLead: true }]) {
      expect(asked(status, action, { ...standing, ...own })).toEqual({
        allowed: false,
        kind: 'not-you',
        why: 'You brought this case, so somebody else has to decide on it.',
      });
    }
  });
});

describe('where nobody leads it any more, the Hub Manager ends and takes it up', () => {
  test.each([
    ['raised', 'withdraw', 'withdrawn'],
    ['in-progress', 'withdraw', 'withdrawn'],
    ['withdrawn', 'reopen', 'raised'],
  ] as const)('%s: %s', (status, action, to) => {
    const nobodyLeads = { hasLead: false };
    expect(asked(status, action, nobodyLeads)).toMatchObject({ to });
    for (const other of [
      { hasLead: true },
      { hasLead: false, manages: false },
      { hasLead: false, works: false },
    ]) {
      expect(asked(status, action, other)).toMatchObject({
        allowed: false,
        kind: 'not-you',
      });
    }
  });
});

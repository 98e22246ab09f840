import type { RuleRecord } from '@imsa-hub/deadlines-common';
import { needed, type FieldError } from '@imsa-hub/ui';
import {
  successorBody,
  successorDraftOf,
  type SuccessorDraft,
} from './successorDraft';

/** The end of a rule, as it is being typed. */
export interface EndDraft {
  effectiveTo: string;
  follows: 'successor' | 'nothing' | '';
  successor: SuccessorDraft;
  reason: string;
}

export function endDraftOf(record: RuleRecord): EndDraft {
  return {
    effectiveTo: record.rule.effectiveTo ?? '',
    follows: record.successors.length > 0 ? 'successor' : '',
    successor: successorDraftOf(record),
    reason: '',
  };
}

/** What is still missing, in the order of the page. */
export function endErrors(draft: EndDraft): FieldError[] {
  const { effectiveTo, follows, successor, reason } = draft;
  const begin = [
    {
      field: 'effectiveTo',
      value: effectiveTo,
      message: 'Enter the first day whose events it no longer covers',
    },
    {
      field: 'follows',
      value: follows,
      message: 'Choose what takes its place',
    },
  ];
  const next = [
    {
      field: 'successor.title',
      value: successor.title,
      message: 'Say what has to be done',
    },
    {
      field: 'successor.nations',
      value: successor.nations.join(''),
      message: 'Choose where it holds',
    },
    {
      field: 'successor.period',
      value: /^[1-9]\d*$/.test(successor.amount) ? successor.amount : '',
      message: 'Enter how long it runs, as a whole number',
    },
    {
      field: 'successor.authority',
      value: successor.authority,
      message: 'Name the Act, regulation or guidance',
    },
    {
      field: 'successor.source',
      value: successor.source,
      message: 'Say where this was read',
    },
    {
      field: 'successor.confidence',
      value: successor.confidence,
      message: 'Say whether the primary text was read',
    },
  ];
  return needed([
    ...begin,
    ...(follows === 'successor' ? next : []),
    { field: 'reason', value: reason, message: 'Give a reason' },
  ]);
}

/** As the backend wants it. */
export function endBody(draft: EndDraft, version: number) {
  const { effectiveTo, follows, successor, reason } = draft;
  return {
    version,
    effectiveTo,
    reason,
    ...(follows === 'successor' ? { successor: successorBody(successor) } : {}),
  };
}

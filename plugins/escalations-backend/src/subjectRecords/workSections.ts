import { RETENTION_STEP_NAMES } from '@imsa-hub/core';
import {
  ESCALATION_STATUS_NAMES,
  PART_NAMES,
} from '@imsa-hub/escalations-common';
import type {
  SubjectQuestion,
  SubjectSection,
  SubjectValue,
} from '@imsa-hub/network-node';
import type { EscalationContext } from '../EscalationContext';
import { filterForExport } from './subjectSight';

/** How a value is written for people, by what stands in the column. */
const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  part: PART_NAMES,
  status: ESCALATION_STATUS_NAMES,
  step: RETENTION_STEP_NAMES,
  result: {
    open: 'to be done',
    done: 'done',
    dropped: 'dropped',
    proposed: 'asked for',
    approved: 'approved',
    refused: 'refused',
  },
};

/** A table beside cases in which rows name a person. */
interface Beside {
  id: string;
  title: string;
  lead?: string;
  table: string;
  /** The column that names the person. */
  person: string;
  /** By field of the export: its column and its label. */
  columns: Readonly<Record<string, readonly [column: string, label: string]>>;
  order: string;
}

const BESIDE: readonly Beside[] = [
  {
    id: 'case-parts',
    title: 'Parts taken in complex cases',
    table: 'participant',
    person: 'person_id',
    order: 'since',
    columns: {
      part: ['part', 'Part'],
      since: ['since', 'Since'],
      until: ['until', 'Until'],
    },
  },
  {
    id: 'case-entries',
    title: 'What was written in complex cases',
    lead: 'When and in which case; the words are about somebody else.',
    table: 'entry',
    person: 'by_id',
    order: 'at',
    columns: { at: ['at', 'When'], what: ['kind', 'What'] },
  },
  {
    id: 'case-tasks',
    title: 'Tasks in complex cases',
    table: 'task',
    person: 'owner_id',
    order: 'due_on',
    columns: { dueOn: ['due_on', 'Due'], result: ['state', 'Result'] },
  },
  {
    id: 'case-opinions',
    title: 'Second opinions asked of them',
    table: 'opinion',
    person: 'asked_of',
    order: 'asked_at',
    columns: { askedAt: ['asked_at', 'Asked'], givenAt: ['given_at', 'Given'] },
  },
  {
    id: 'case-spends',
    title: 'Last-resort spends asked for',
    table: 'spend',
    person: 'proposed_by',
    order: 'proposed_at',
    columns: {
      at: ['proposed_at', 'Asked'],
      amount: ['amount', 'Pence'],
      result: ['state', 'Result'],
    },
  },
  {
    id: 'case-breaches',
    title: 'Targets that passed while they handled a case',
    table: 'breach',
    person: 'handler_id',
    order: 'due_at',
    columns: { status: ['status', 'State'], dueAt: ['due_at', 'Was due'] },
  },
  {
    id: 'case-recusals',
    title: 'Complex cases stepped back from',
    table: 'recusal',
    person: 'person_id',
    order: 'at',
    columns: { at: ['at', 'When'] },
  },
  {
    id: 'case-openings',
    title: 'Complex cases opened by break-glass',
    table: 'break_glass',
    person: 'person_id',
    order: 'at',
    columns: { at: ['at', 'From'], until: ['until', 'Until'] },
  },
  {
    id: 'case-retention',
    title: 'Decisions on how long complex cases are kept',
    table: 'retention_step',
    person: 'by_id',
    order: 'at',
    columns: { at: ['at', 'When'], step: ['step', 'Decision'] },
  },
];

/** Work on complex cases: references and dates, nobody's content. */
export function workSections(
  context: EscalationContext,
  question: SubjectQuestion,
): Promise<SubjectSection[]> {
  return Promise.all(
    BESIDE.map(beside => sectionOf({ context, question, beside })),
  );
}

async function sectionOf(input: {
  context: EscalationContext;
  question: SubjectQuestion;
  beside: Beside;
}): Promise<SubjectSection> {
  const { context, question, beside } = input;
  const { database } = context.hub;
  const fields = Object.entries(beside.columns);
  // Named apart: sight asks tables of the same names about the reader.
  const select = database
    .from(`${beside.table} as beside`)
    .join('escalation', 'escalation.id', 'beside.escalation_id')
    .where(`beside.${beside.person}`, question.personId)
    .orderBy([`beside.${beside.order}`, 'escalation.reference'])
    .select(
      'escalation.reference as reference',
      ...fields.map(([field, [column]]) =>
        column.endsWith('_on')
          ? database.raw(`to_char(??, 'YYYY-MM-DD') as ??`, [
              `beside.${column}`,
              field,
            ])
          : `beside.${column} as ${field}`,
      ),
    );
  filterForExport(context, question, select);
  const rows: Array<Record<string, unknown>> = await select;
  return {
    id: beside.id,
    title: beside.title,
    ...(beside.lead ? { lead: beside.lead } : {}),
    fields: {
      reference: 'Reference',
      ...Object.fromEntries(fields.map(([field, [, label]]) => [field, label])),
    },
    rows: rows.map(row =>
      Object.fromEntries(
        Object.entries(row).map(([field, value]) => [
          field,
          inWords(field, value),
        ]),
      ),
    ),
  };
}

function inWords(field: string, value: unknown): SubjectValue {
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return null;
  return WORDS[field]?.[value] ?? value;
}

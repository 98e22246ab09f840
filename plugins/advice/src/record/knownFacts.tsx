import {
  ASKER_KIND_NAMES,
  CHANNEL_NAMES,
  type QueryRecord,
} from '@imsa-hub/advice-common';
import {
  KNOWLEDGE_AREA_NAMES,
  languageName,
  NATION_NAMES,
  type Marks,
} from '@imsa-hub/core';
import { areaList, Marked, nameOf } from '@imsa-hub/ui';
import type { ReactNode } from 'react';

/** A line of what is known. */
export interface Fact {
  label: string;
  value: ReactNode;
}

const INTERPRETER = {
  needed: 'interpreter needed',
  'not-needed': 'no interpreter needed',
  'not-known': 'not known whether an interpreter is needed',
} as const;

/** What is known of a query. Lines that hold nothing are left out. */
export function knownFacts(record: QueryRecord): Fact[] {
  const { asker, assignee } = record;
  const beside = record.markedBeside;
  const facts: {
    label: string;
    value: string | null | undefined;
    marks?: Marks;
  }[] = [
    { label: 'Who has it', value: assignee ? nameOf(assignee) : 'Nobody yet' },
    {
      label: 'Who asks',
      value: [ASKER_KIND_NAMES[record.askerKind], asker && nameOf(asker)]
        .filter(Boolean)
        .join(', '),
    },
    { label: 'How it came', value: CHANNEL_NAMES[record.channel] },
    { label: 'Nation', value: NATION_NAMES[record.nation] },
    { label: 'Knowledge areas', value: areaList(record.areas) },
    {
      label: 'The one issue',
      value: record.issueArea && KNOWLEDGE_AREA_NAMES[record.issueArea],
    },
    { label: 'Who acts on the advice', value: record.professionalRole },
    {
      label: 'Who could act on it',
      value: record.whoCanAct,
      marks: beside?.whoCanAct,
    },
    {
      label: 'Language',
      value: `${languageName(record.language)}, ${INTERPRETER[record.interpreter]}`,
    },
    {
      label: 'Organisation it is about',
      value: record.subjectOrganisation?.name,
    },
    {
      label: 'Service, as the asker wrote it',
      value: record.aboutService,
      marks: beside?.aboutService,
    },
  ];
  return facts.flatMap<Fact>(({ label, value, marks = [] }) => {
    if (!value) return [];
    if (marks.length === 0) return [{ label, value }];
    const marked = (
      <>
        {value}
        <Marked marks={marks} />
      </>
    );
    return [{ label, value: marked }];
  });
}

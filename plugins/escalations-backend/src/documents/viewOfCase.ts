import {
  formatDate,
  KNOWLEDGE_AREA_NAMES,
  londonDateOf,
  NATION_NAMES,
  wordsForPlace,
} from '@imsa-hub/core';
import {
  NRM_CONSENT_NAMES,
  REGION_NAMES,
  type EscalationRecord,
  type StatementKind,
} from '@imsa-hub/escalations-common';
import { templateFields } from '@imsa-hub/core-node';
import type { CaseTemplate } from '@imsa-hub/escalations-node';
import { CASE_FIELDS, type CaseTemplateView } from './CaseTemplateView';
import { noteOnLimit } from './noteOnLimit';

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** A case in the words that a template is filled with. */
export function viewOfCase(input: {
  record: EscalationRecord;
  template: CaseTemplate;
  writer: { id: string; displayName: string };
  /** What somebody is, as the register has it; empty for who left. */
  titleOf(personId: string): string;
  /** The name of the organisation somebody works for; empty where there is none. */
  organisationOf(personId: string): string;
  /** An ISO instant. */
  now: string;
  /** What happened, by the rule that an event was recorded under. */
  eventOf(ruleId: string): string | undefined;
}): CaseTemplateView {
  const { record, template, writer, now } = input;
  const { titleOf, organisationOf, eventOf } = input;
  const today = londonDateOf(now);
  const newest = (kind: StatementKind) =>
    wordsForPlace(
      record.statements.find(statement => statement.kind === kind)?.text ?? '',
    );
  const isAbout = (ruleId: string) =>
    !template.rules?.length || template.rules.includes(ruleId);
  return {
    reference: record.reference,
    caseReference: record.caseReference,
    nation: NATION_NAMES[record.nation],
    region: REGION_NAMES[record.region],
    areas: list.format(record.areas.map(area => KNOWLEDGE_AREA_NAMES[area])),
    today: formatDate(today),
    writer: writer.displayName,
    writerTitle: titleOf(writer.id),
    writerOrganisation: organisationOf(writer.id),
    leadAdvocate: record.lead?.name ?? '',
    leadTitle: record.lead ? titleOf(record.lead.id) : '',
    leadOrganisation: record.lead ? organisationOf(record.lead.id) : '',
    subjectOrganisation: wordsForPlace(record.subjectOrganisation?.name ?? ''),
    asked: wordsForPlace(record.askedOfHub),
    choice: newest('choice'),
    justice: newest('justice'),
    summons: list.format(
      record.legalRequests
        .filter(({ kind }) => kind === 'witness-summons')
        .map(({ from, received }) =>
          wordsForPlace(`from ${from}, received ${formatDate(received)}`),
        ),
    ),
    nrm: NRM_CONSENT_NAMES[record.nrmConsent],
    limits: record.limits.flatMap(limit => {
      if (!limit.limit || !isAbout(limit.ruleId)) return [];
      const event = eventOf(limit.ruleId) ?? limit.title;
      return [
        {
          event,
          eventDate: formatDate(limit.eventDate),
          title: limit.title,
          date: formatDate(limit.limit),
          note: noteOnLimit({ limit, last: limit.limit, event, today }),
        },
      ];
    }),
  };
}

/** What a template speaks of and the case does not have, in words. */
export function missingFields(
  template: CaseTemplate,
  view: CaseTemplateView,
): string[] {
  const named = templateFields(template.body);
  return (Object.keys(CASE_FIELDS) as Array<keyof CaseTemplateView>)
    .filter(name => named.has(name) && view[name].length === 0)
    .flatMap(name => CASE_FIELDS[name].missing ?? []);
}

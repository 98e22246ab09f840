import {
  CONSENT_NAMES,
  ESCALATION_STATUS_NAMES,
  ESCALATION_TIER_NAMES,
  LEVEL_NAMES,
  NRM_CONSENT_NAMES,
  REGION_NAMES,
  RISK_FLAG_NAMES,
  STATEMENT_KIND_NAMES,
  STATEMENT_KINDS,
  type EscalationRecord,
} from '@imsa-hub/escalations-common';
import { NATION_NAMES } from '@imsa-hub/core';
import {
  areaList,
  capital,
  eventsInWords,
  nameOf,
  writtenDate,
  type ConflictRow,
} from '@imsa-hub/ui';
import { entryTitle } from './entryTitle';

interface Part {
  label: string;
  say(record: EscalationRecord): string;
}

/** The newest of what the survivor said, word for word. */
const statements: Part[] = STATEMENT_KINDS.map(kind => ({
  label: STATEMENT_KIND_NAMES[kind],
  say: record =>
    record.statements
      .filter(statement => statement.kind === kind)
      .sort((a, b) => b.version - a.version)[0]?.text ?? 'Nothing recorded',
}));

/** The parts of a record that people act upon, in words. */
const PARTS: readonly Part[] = [
  {
    label: 'Where it stands',
    say: ({ status }) => capital(ESCALATION_STATUS_NAMES[status]),
  },
  { label: 'Level', say: ({ level }) => LEVEL_NAMES[level] },
  {
    label: 'Who handles it',
    say: ({ handler }) => (handler ? nameOf(handler) : 'Nobody yet'),
  },
  {
    label: 'Lead IMSA',
    say: ({ lead }) => (lead ? nameOf(lead) : 'Nobody'),
  },
  {
    label: 'Handover',
    say: ({ handover }) =>
      handover
        ? `To ${nameOf(handover.to)}, ${handover.acceptedAt ? 'accepted' : 'not accepted yet'}`
        : 'None under way',
  },
  ...statements,
  { label: 'Case reference', say: ({ caseReference }) => caseReference },
  {
    label: 'Nation and part of the country',
    say: ({ nation, region }) =>
      `${NATION_NAMES[nation]}, ${REGION_NAMES[region]}`,
  },
  { label: 'Knowledge areas', say: ({ areas }) => areaList(areas) },
  { label: 'Tier', say: ({ tier }) => ESCALATION_TIER_NAMES[tier] },
  {
    label: 'Risks',
    say: ({ risks }) =>
      risks.map(risk => RISK_FLAG_NAMES[risk]).join(', ') || 'None',
  },
  {
    label: 'Agreed to discuss',
    say: ({ consent, consentOverride }) =>
      consent === 'not-given' && consentOverride
        ? `${CONSENT_NAMES[consent]}; it was decided that it goes on`
        : CONSENT_NAMES[consent],
  },
  {
    label: 'National Referral Mechanism',
    say: ({ nrmConsent, nrmRefusedWhy }) =>
      [NRM_CONSENT_NAMES[nrmConsent], nrmRefusedWhy].filter(Boolean).join(': '),
  },
  { label: 'What is asked of the Hub', say: ({ askedOfHub }) => askedOfHub },
  {
    label: 'Options that were explained',
    say: ({ optionsExplained }) => optionsExplained,
  },
  {
    label: 'Organisation it is about',
    say: ({ subjectOrganisation }) => subjectOrganisation?.name ?? 'None',
  },
  {
    label: 'Next legal limit',
    say: ({ nextLimit }) =>
      nextLimit ? `${nextLimit.title}, ${writtenDate(nextLimit.date)}` : 'None',
  },
  {
    label: 'What happened',
    say: ({ events }) => eventsInWords(events),
  },
  {
    label: 'Summons and requests to answer',
    say: ({ legalRequests }) =>
      String(
        legalRequests.filter(({ answered, struck }) => !answered && !struck)
          .length,
      ),
  },
  {
    label: 'Open tasks',
    say: ({ openTasks }) => String(openTasks),
  },
  {
    label: 'Second opinions to come',
    say: ({ opinions }) =>
      String(opinions.filter(({ givenAt }) => !givenAt).length),
  },
  {
    label: 'Spends that wait for a decision',
    say: ({ spends }) =>
      String(spends.filter(({ state }) => state === 'proposed').length),
  },
];

/** What others added to the timeline meanwhile, word for word. */
function newEntries(options: {
  seen: EscalationRecord;
  newer: EscalationRecord;
}): ConflictRow[] {
  const known = new Set(options.seen.entries.map(({ id }) => id));
  const added = options.newer.entries.filter(({ id }) => !known.has(id));
  if (added.length === 0) return [];
  return [
    {
      label: 'New in the timeline',
      yours: 'Not there yet',
      newer: added
        .map(entry =>
          [entry.by && nameOf(entry.by), entryTitle(entry), entry.text]
            .filter(Boolean)
            .join(': '),
        )
        .join('; '),
    },
  ];
}

/**
 * What is different in the newer of two versions of a case, as far as it
 * could change somebody's mind.
 */
export function recordChanges(options: {
  seen: EscalationRecord;
  newer: EscalationRecord;
}): ConflictRow[] {
  const { seen, newer } = options;
  const changed = PARTS.flatMap(({ label, say }) => {
    const yours = say(seen);
    const theirs = say(newer);
    return yours === theirs ? [] : [{ label, yours, newer: theirs }];
  });
  return [...changed, ...newEntries(options)];
}

import {
  CONSENT_NAMES,
  ESCALATION_TIER_NAMES,
  GENERAL_TYPE,
  NRM_CONSENT_NAMES,
  REGION_NAMES,
  type EscalationRecord,
} from '@imsa-hub/escalations-common';
import { NATION_NAMES } from '@imsa-hub/core';
import { Link } from '@backstage/ui';
import { areaList, Facts, Moment, nameOf, Section } from '@imsa-hub/ui';
import type { ReactNode } from 'react';
import { ActionButton } from '../actions/CaseActions';
import { RiskBadges } from '../words/RiskBadges';

interface Line {
  label: string;
  value: ReactNode;
}

function linesOf(record: EscalationRecord): Line[] {
  const { handler, lead, fromQuery, type } = record;
  const optional: (Line | false | null)[] = [
    { label: 'Case reference', value: record.caseReference },
    type.id !== GENERAL_TYPE && { label: 'Type', value: type.title },
    {
      label: 'Nation and part',
      value: `${NATION_NAMES[record.nation]}, ${REGION_NAMES[record.region]}`,
    },
    { label: 'Knowledge areas', value: areaList(record.areas) },
    { label: 'Tier', value: ESCALATION_TIER_NAMES[record.tier] },
    {
      label: 'Agreed to discuss',
      value: record.consentOverride
        ? `${CONSENT_NAMES[record.consent]}; it was decided that it goes on`
        : CONSENT_NAMES[record.consent],
    },
    {
      label: 'National Referral Mechanism',
      value: record.nrmRefusedWhy
        ? `${NRM_CONSENT_NAMES[record.nrmConsent]}: ${record.nrmRefusedWhy}`
        : NRM_CONSENT_NAMES[record.nrmConsent],
    },
    {
      label: 'Organisation it is about',
      value: record.subjectOrganisation?.name ?? 'None named',
    },
    { label: 'Handles it', value: handler ? nameOf(handler) : 'Nobody yet' },
    { label: 'Lead IMSA', value: lead ? nameOf(lead) : 'Nobody' },
    {
      label: 'Brought by',
      value: (
        <>
          {nameOf(record.raisedBy)}, <Moment at={record.raisedAt} />
        </>
      ),
    },
    fromQuery && {
      label: 'Came from',
      value: (
        <Link href={`/advice/queries/${fromQuery.id}`}>
          {fromQuery.reference}
        </Link>
      ),
    },
  ];
  return optional.filter(line => Boolean(line)) as Line[];
}

/** What stands against the survivor's safety, with the button that corrects it. */
export function RisksSection({ record }: { record: EscalationRecord }) {
  return (
    <Section title="Risks">
      <RiskBadges risks={record.risks} />
      <div data-item="risks">
        <ActionButton
          action="change-fact"
          item="risks"
          label="Change the risks"
          variant="tertiary"
        />
      </div>
    </Section>
  );
}

/** Facts of a case, with the buttons that correct them. */
export function FactsSection({ record }: { record: EscalationRecord }) {
  return (
    <Section title="What is known">
      <Facts items={linesOf(record)} />
      <div className="hub-row">
        <ActionButton action="change-fact" />
        <ActionButton action="set-organisation" variant="tertiary" />
        <ActionButton action="record-consent" variant="tertiary" />
      </div>
    </Section>
  );
}

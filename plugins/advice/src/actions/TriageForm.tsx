import {
  TIERS,
  TIER_NAMES,
  type QueryRecord,
  type Tier,
} from '@imsa-hub/advice-common';
import { KNOWLEDGE_AREA_NAMES } from '@imsa-hub/core';
import {
  CheckboxGroup,
  ConfidentialTextField,
  type FieldError,
  needed,
  RadioGroup,
  ReasonField,
  Select,
} from '@imsa-hub/ui';
import { OrganisationField } from '../ask/OrganisationField';
import { areaChoices } from '../words/choices';
import { ActionFrame } from './ActionFrame';
import type { ActionFormProps } from './ActionFormProps';
import { TIER_HINTS } from './tierHints';
import { triageBody, triageFrom, type TriageDraft } from './triageDraft';
import { useActionDraft } from './useActionDraft';

const tierChoices = TIERS.map((value: Tier) => ({
  value,
  label: TIER_NAMES[value],
  hint: TIER_HINTS[value],
}));

const RISKS = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
] as const;

function check(value: TriageDraft): FieldError[] {
  return needed([
    { field: 'tier', value: value.tier, message: 'Choose the tier' },
    { field: 'reason', value: value.reason, message: 'Give a reason' },
    {
      field: 'highRisk',
      value: value.highRisk,
      message: 'Say whether it is high risk',
    },
    {
      field: 'areas',
      value: value.areas.join(),
      message: 'Choose at least one area, or the closest',
    },
  ]);
}

function title(record: QueryRecord): string {
  return record.tier ? 'Change the tier' : 'Triage this query';
}

function organisationHint({
  aboutService,
  namedOrganisations,
}: QueryRecord): string {
  const hint = aboutService
    ? `The asker wrote: “${aboutService}”. Choose it from the register, so that nobody employed there can see the query.`
    : 'Nobody employed there can then see the query.';
  if (namedOrganisations.length === 0) return hint;
  const names = namedOrganisations.map(({ name }) => name).join(', ');
  return `${hint} Its text names ${names}, so nobody employed there can see it now. After this, only the organisation that you choose counts.`;
}

/** Sets the tier, with the reason for it. */
export function TriageForm({ record, onClose }: ActionFormProps) {
  const { value, change, clear } = useActionDraft({
    queryId: record.id,
    action: 'triage',
    initial: triageFrom(record),
  });
  return (
    <ActionFrame
      action="triage"
      record={record}
      title={title(record)}
      lead="The tier and your reason go into the query’s history."
      submitLabel="Set the tier"
      doneMessage={`${record.reference} is triaged`}
      check={() => check(value)}
      body={() => triageBody(value)}
      onDone={clear}
      onClose={onClose}
    >
      <RadioGroup
        name="tier"
        label="Tier"
        choices={tierChoices}
        value={value.tier}
        onChange={tier => change({ tier })}
      />
      {value.tier === 'advice' && (
        <ConfidentialTextField
          name="professionalRole"
          strictness="refuse"
          label="Who is already involved and can act on the advice?"
          hint="Their role, not their name: “housing officer”, “support worker”."
          size="medium"
          value={value.professionalRole}
          onChange={professionalRole => change({ professionalRole })}
        />
      )}
      {value.tier === 'intervention-only' && (
        <Select
          name="issueArea"
          label="The one issue"
          hint="Intervention only means exactly one issue."
          choices={value.areas.map(area => ({
            value: area,
            label: KNOWLEDGE_AREA_NAMES[area],
          }))}
          value={value.issueArea}
          onChange={issueArea => change({ issueArea })}
        />
      )}
      <ReasonField
        label="Why this tier?"
        value={value.reason}
        onChange={reason => change({ reason })}
      />
      <RadioGroup
        name="highRisk"
        label="Is it high risk?"
        hint={
          record.highRiskGate ??
          'A reply to a high-risk query is read by a second person first.'
        }
        orientation="horizontal"
        choices={record.highRiskGate ? RISKS.slice(0, 1) : RISKS}
        value={value.highRisk}
        onChange={highRisk => change({ highRisk })}
      />
      <CheckboxGroup
        name="areas"
        label="Knowledge areas"
        choices={areaChoices}
        value={value.areas}
        onChange={areas => change({ areas })}
      />
      <OrganisationField
        name="subjectOrganisationId"
        label="Organisation it is about"
        hint={organisationHint(record)}
        value={value.subjectOrganisation}
        onChange={subjectOrganisation => change({ subjectOrganisation })}
      />
    </ActionFrame>
  );
}

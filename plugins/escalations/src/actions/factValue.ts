import type {
  ChangeFactRequest,
  EscalationRecord,
  Fact,
} from '@imsa-hub/escalations-common';

const VALUES: Readonly<
  Record<Fact, (record: EscalationRecord) => ChangeFactRequest['value']>
> = {
  'case-reference': record => record.caseReference,
  nation: record => record.nation,
  region: record => record.region,
  areas: record => [...record.areas],
  tier: record => record.tier,
  risks: record => [...record.risks],
  'nrm-consent': record => record.nrmConsent,
  'asked-of-hub': record => record.askedOfHub,
  'options-explained': record => record.optionsExplained,
};

/** What a fact says now. */
export function factValue(options: {
  fact: Fact;
  record: EscalationRecord;
}): ChangeFactRequest['value'] {
  return VALUES[options.fact](options.record);
}

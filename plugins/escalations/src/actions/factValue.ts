import type {
  ChangeFactRequest,
  EscalationRecord,
  Fact,
} from '@imsa-hub/escalations-common';

/** What a fact says now. */
export function factValue(options: {
  fact: Fact;
  record: EscalationRecord;
}): ChangeFactRequest['value'] {
  const { fact, record } = options;
  switch (fact) {
    case 'case-reference':
      return record.caseReference;
    case 'nation':
      return record.nation;
    case 'region':
      return record.region;
    case 'areas':
      return [...record.areas];
    case 'tier':
      return record.tier;
    case 'risks':
      return [...record.risks];
    case 'nrm-consent':
      return record.nrmConsent;
    case 'asked-of-hub':
      return record.askedOfHub;
    case 'options-explained':
      return record.optionsExplained;
  }
}

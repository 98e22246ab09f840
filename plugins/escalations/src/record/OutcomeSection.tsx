import {
  CASE_OUTCOME_NAMES,
  KEY_OUTCOME_NAMES,
  type EscalationRecord,
} from '@imsa-hub/escalations-common';
import { KNOWLEDGE_AREA_NAMES } from '@imsa-hub/core';
import { Facts, LongText, Marked, Section } from '@imsa-hub/ui';

/** What came of the case, and what can be learned from it. */
export function OutcomeSection({ record }: { record: EscalationRecord }) {
  const { outcomes, keyOutcomes, learningPoint, structuralIssue } = record;
  if (outcomes.length === 0) return null;
  return (
    <Section title="What came of it">
      <Facts
        items={outcomes.map(({ area, result, why, marked }) => ({
          label: KNOWLEDGE_AREA_NAMES[area],
          value: (
            <>
              <strong>{CASE_OUTCOME_NAMES[result]}.</strong> {why}
              <Marked marks={marked} />
            </>
          ),
        }))}
      />
      {keyOutcomes.length > 0 && (
        <div>
          <h3 className="case-subtitle">Key outcomes</h3>
          <ul className="case-names">
            {keyOutcomes.map(outcome => (
              <li key={outcome}>{KEY_OUTCOME_NAMES[outcome]}</li>
            ))}
          </ul>
        </div>
      )}
      {learningPoint && (
        <div>
          <h3 className="case-subtitle">What others can learn from it</h3>
          <LongText>{learningPoint}</LongText>
        </div>
      )}
      {structuralIssue && (
        <div>
          <h3 className="case-subtitle">
            Where the system failed the survivor
          </h3>
          <LongText>{structuralIssue}</LongText>
        </div>
      )}
      <Marked marks={record.learningMarked} />
    </Section>
  );
}

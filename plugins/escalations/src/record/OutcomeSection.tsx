import {
  CASE_OUTCOME_NAMES,
  KEY_OUTCOME_NAMES,
  type Closing,
  type EscalationRecord,
} from '@imsa-hub/escalations-common';
import { KNOWLEDGE_AREA_NAMES } from '@imsa-hub/core';
import { Facts, LongText, Marked, Moment, nameOf, Section } from '@imsa-hub/ui';

type Ending = Pick<
  Closing,
  | 'outcomes'
  | 'keyOutcomes'
  | 'learningPoint'
  | 'structuralIssue'
  | 'learningMarked'
>;

function EndingView(props: { ending: Ending }) {
  const { outcomes, keyOutcomes, learningPoint, structuralIssue } =
    props.ending;
  return (
    <>
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
          <h3 className="hub-subtitle">Key outcomes</h3>
          <ul className="case-names">
            {keyOutcomes.map(outcome => (
              <li key={outcome}>{KEY_OUTCOME_NAMES[outcome]}</li>
            ))}
          </ul>
        </div>
      )}
      {learningPoint && (
        <div>
          <h3 className="hub-subtitle">What others can learn from it</h3>
          <LongText>{learningPoint}</LongText>
        </div>
      )}
      {structuralIssue && (
        <div>
          <h3 className="hub-subtitle">Where the system failed the survivor</h3>
          <LongText>{structuralIssue}</LongText>
        </div>
      )}
      <Marked marks={props.ending.learningMarked} />
    </>
  );
}

/** What came of the case each time it was closed, the newest first. */
export function OutcomeSection({ record }: { record: EscalationRecord }) {
  const { outcomes, outcomesAt, earlierClosings } = record;
  if (outcomes.length === 0) return null;
  return (
    <>
      <Section
        title="What came of it"
        lead={
          outcomesAt && (
            <>
              As it was closed on <Moment at={outcomesAt} />.
            </>
          )
        }
      >
        <EndingView ending={record} />
      </Section>
      {earlierClosings.map(closing => (
        <Section
          key={closing.number}
          title="What came of it before"
          lead={
            <>
              As it was closed on <Moment at={closing.at} />
              {closing.by && ` by ${nameOf(closing.by)}`}; it was opened again
              since.
            </>
          }
        >
          <EndingView ending={closing} />
        </Section>
      ))}
    </>
  );
}

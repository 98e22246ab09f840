import type { EscalationRecord } from '@imsa-hub/escalations-common';
import { Facts, LongText, Moment, nameOf, Section } from '@imsa-hub/ui';

/** What was asked and answered when it was raised, as it was worded. */
export function SubmissionSection(props: {
  record: EscalationRecord;
  /** Folded away beneath the work. Default: opened. */
  folded?: boolean;
}) {
  const { submission } = props.record;
  const pages = submission.pages.map(({ page, title, answers }) => (
    <div key={page}>
      <h3 className="hub-subtitle">{title}</h3>
      <Facts
        items={answers.map(({ label, text }) => ({
          label,
          value: <LongText>{text}</LongText>,
        }))}
      />
    </div>
  ));
  return (
    <Section
      title="As it was brought to the Hub"
      lead={
        <>
          {nameOf(submission.by)}, <Moment at={submission.at} />
          {submission.number > 1 &&
            `, for the ${ordinal(submission.number)} time`}
          . It stays as it was worded then.
        </>
      }
    >
      {props.folded ? (
        <details>
          <summary>Show all questions and answers</summary>
          <div className="hub-stack">{pages}</div>
        </details>
      ) : (
        pages
      )}
    </Section>
  );
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth'];

function ordinal(number: number): string {
  return ORDINALS[number - 1] ?? `${number}th`;
}

import type { ProblemError } from '../api/ProblemError';
import { Notice } from '../feedback/Notice';
import { LimitList, type LimitLine } from '../record/LimitList';
import { Section } from '../page/Section';
import { limitsInWords } from '../words/limitsInWords';

/** The limits that follow from events while they are written down. */
export function LimitsOfEvents(props: {
  limits: {
    data?: { limits: readonly LimitLine[] };
    error: ProblemError | null;
  };
  /** When they are worked out again: "when you save". */
  again: string;
}) {
  const { data, error } = props.limits;
  return (
    <>
      <p role="status" className="hub-visually-hidden">
        {data && limitsInWords(data.limits)}
      </p>
      {error && (
        <Notice
          tone="warning"
          title="The limits could not be worked out"
          announce
        >
          {error.detail} They are worked out again {props.again}.
        </Notice>
      )}
      {data && (
        <Section
          title="Limits that follow"
          lead="A reminder, not legal advice. Check each before you rely on it."
        >
          <LimitList limits={data.limits} />
        </Section>
      )}
    </>
  );
}

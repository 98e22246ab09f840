import {
  RetentionActionSchema,
  type EscalationRecord,
  type RetentionRow,
} from '@imsa-hub/escalations-common';
import {
  FreshRecordsProvider,
  Moment,
  newestOf,
  Section,
  useFreshRecords,
  useOpenAction,
} from '@imsa-hub/ui';
import { RetentionButtons } from '../retention/RetentionButtons';
import { RetentionForm } from '../retention/RetentionForm';
import { RetentionState } from '../retention/RetentionState';

const TITLE = 'How long it is kept';

/** How long the case is kept, once it has ended; for some, to decide on it. */
export function RetentionSection({ record }: { record: EscalationRecord }) {
  const { endsOn, held, destroyed, review } = record.retention;
  if (review) {
    // Its own records: of the same id as the case, and of another shape.
    return (
      <FreshRecordsProvider>
        <Review review={review} />
      </FreshRecordsProvider>
    );
  }
  if (!endsOn && !held) return null;
  return (
    <Section title={TITLE}>
      {endsOn && !destroyed && (
        <p>
          Until <Moment at={endsOn} />. After a review its content is destroyed.
        </p>
      )}
      {held && <p>It is on hold: it is not destroyed until the hold ends.</p>}
      {destroyed && <p>Its content was destroyed.</p>}
    </Section>
  );
}

function Review({ review }: { review: RetentionRow }) {
  const { records } = useFreshRecords<RetentionRow>();
  const row = newestOf(records.get(review.id), {
    record: review,
    at: 0,
  }).record;
  const { open, show, close } = useOpenAction({
    allowed: row.allowedActions,
    schema: RetentionActionSchema,
  });
  return (
    <>
      <Section title={TITLE}>
        <RetentionState row={row} />
        <RetentionButtons row={row} onChoose={action => show(action)} />
      </Section>
      {open && (
        <RetentionForm key={open} row={row} action={open} onClose={close} />
      )}
    </>
  );
}

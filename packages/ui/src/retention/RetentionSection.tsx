import {
  RetentionActionSchema,
  type RetentionOfRecord,
  type RetentionRow,
} from '@imsa-hub/core';
import { useOpenAction } from '../actions/useOpenAction';
import { FreshRecordsProvider, useFreshRecords } from '../api/FreshRecords';
import { newestOf } from '../api/newestOf';
import { Section } from '../page/Section';
import { Moment } from '../record/Moment';
import type { KeptKind } from './KeptKind';
import { RetentionButtons } from './RetentionButtons';
import { RetentionForm } from './RetentionForm';
import { RetentionState } from './RetentionState';

const TITLE = 'How long it is kept';

/** How long a record is kept, once it has ended; for some, to decide on it. */
export function RetentionSection(props: {
  kind: KeptKind;
  retention: RetentionOfRecord;
}) {
  const { kind, retention } = props;
  const { endsOn, held, destroyed, review } = retention;
  if (review) {
    // Its own records: of the same id as this one, and of another shape.
    return (
      <FreshRecordsProvider>
        <Review kind={kind} review={review} />
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

function Review({ kind, review }: { kind: KeptKind; review: RetentionRow }) {
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
        <RetentionState kind={kind} row={row} />
        <RetentionButtons row={row} onChoose={action => show(action)} />
      </Section>
      {open && (
        <RetentionForm
          key={open}
          kind={kind}
          row={row}
          action={open}
          onClose={close}
        />
      )}
    </>
  );
}

import type { EscalationRecord } from '@imsa-hub/escalations-common';
import { Moment, Section } from '@imsa-hub/ui';

/** How long the case is kept, once it has ended. */
export function RetentionSection({ record }: { record: EscalationRecord }) {
  const { endsOn, held, destroyed } = record.retention;
  if (!endsOn && !held) return null;
  return (
    <Section title="How long it is kept">
      {endsOn && !destroyed && (
        <p>
          Until <Moment at={endsOn} />. After a review its content is destroyed.
        </p>
      )}
      {held && <p>It is held: it is not destroyed while the hold lasts.</p>}
      {destroyed && <p>Its content was destroyed.</p>}
    </Section>
  );
}

import type { EscalationRecord } from '@imsa-hub/escalations-common';
import {
  Facts,
  LongText,
  Marked,
  Moment,
  nameOf,
  Section,
  writtenDate,
} from '@imsa-hub/ui';

/** Outside specialists who were asked, and what they may be told. */
export function SpecialistSection({ record }: { record: EscalationRecord }) {
  if (record.specialists.length === 0) return null;
  return (
    <Section
      title="Outside specialist"
      lead={
        record.level === 'outside-specialist'
          ? 'Share with them what stands here, and nothing else.'
          : 'The case is not with them any more. Share nothing further.'
      }
    >
      {record.specialists.map(specialist => (
        <div key={specialist.id} className="hub-part">
          <Facts
            items={[
              { label: 'Who', value: specialist.who },
              { label: 'How they are reached', value: specialist.contact },
              {
                label: 'What may be shared',
                value: <LongText>{specialist.mayShare}</LongText>,
              },
              {
                label: 'The survivor agreed',
                value: writtenDate(specialist.survivorAgreedOn),
              },
            ]}
          />
          <Marked marks={specialist.marked} />
          <p className="hub-optional">
            Named by {nameOf(specialist.namedBy)},{' '}
            <Moment at={specialist.namedAt} />
          </p>
        </div>
      ))}
    </Section>
  );
}

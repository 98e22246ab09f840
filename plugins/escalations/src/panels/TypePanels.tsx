import { Suspense } from 'react';
import type { EscalationRecord } from '@imsa-hub/escalations-common';
import type { EscalationPanel } from '@imsa-hub/escalations-react';
import { LoadingState, PartBoundary, Section, useMe } from '@imsa-hub/ui';

/**
 * The panels that other plugins bring for the type of this case. Somebody who
 * only sees what they wrote themselves has none of them.
 */
export function TypePanels(props: {
  record: EscalationRecord;
  panels: readonly EscalationPanel[];
}) {
  const { record, panels } = props;
  const { has } = useMe();
  if (record.scope !== 'whole') return null;
  const shown = panels
    .filter(({ types }) => types.includes(record.type.id))
    .filter(({ door }) => !door || has(door))
    .sort((one, other) => one.order - other.order);
  return (
    <>
      {shown.map(({ id, title, Content }) => (
        <Section key={id} title={title}>
          <PartBoundary>
            <Suspense fallback={<LoadingState lines={3} />}>
              <Content record={record} />
            </Suspense>
          </PartBoundary>
        </Section>
      ))}
    </>
  );
}

import {
  ErasureListSchema,
  type ErasureAction,
  type ErasureView,
} from '@imsa-hub/network-common';
import {
  EmptyState,
  PageBody,
  QueryBoundary,
  Section,
  useHubQuery,
  useKept,
  useLive,
} from '@imsa-hub/ui';
import { apiPaths } from '../shared/paths';
import { DecideDialog } from './DecideDialog';
import { ErasureLine } from './ErasureLine';

const OPEN = ['asked', 'confirmed'];

interface Deciding {
  erasure: ErasureView;
  action: ErasureAction;
}

/** Erasures that wait for a second person, without anybody's name. */
export function ErasuresPage() {
  useLive('network');
  const [deciding, setDeciding] = useKept<Deciding | undefined>({
    key: 'erasures.deciding',
    initial: undefined,
  });
  const query = useHubQuery({
    key: ['network', 'erasures'],
    path: apiPaths.erasures,
    schema: ErasureListSchema,
  });
  const list = (erasures: readonly ErasureView[]) => (
    <ul className="hub-lines">
      {erasures.map(erasure => (
        <ErasureLine
          key={erasure.id}
          erasure={erasure}
          onDecide={action => setDeciding({ erasure, action })}
        />
      ))}
    </ul>
  );
  return (
    <PageBody
      title="Erasures"
      lead="Details of people who left are erased when one person asks and another confirms. You see a reference and a reason, and nobody's name."
      width="reading"
    >
      <QueryBoundary query={query} what="the erasures">
        {({ erasures }) => {
          const open = erasures.filter(({ status }) => OPEN.includes(status));
          const past = erasures.filter(({ status }) => !OPEN.includes(status));
          return (
            <>
              <Section title="Waiting">
                {open.length === 0 ? (
                  <EmptyState title="Nothing is waiting">
                    The Hub Manager asks for an erasure on the page of somebody
                    who left.
                  </EmptyState>
                ) : (
                  list(open)
                )}
              </Section>
              {past.length > 0 && (
                <Section title="Decided">{list(past)}</Section>
              )}
            </>
          );
        }}
      </QueryBoundary>
      {deciding && (
        <DecideDialog {...deciding} onClose={() => setDeciding(undefined)} />
      )}
    </PageBody>
  );
}

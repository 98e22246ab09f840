import { Button } from '@backstage/ui';
import type { QueueRow } from '@imsa-hub/advice-common';
import { useClaim } from '../api/useClaim';

/** Takes a query. Shown only where the backend allows it. */
export function ClaimButton(props: { row: QueueRow }) {
  const { row } = props;
  const { claim, isPending } = useClaim();
  return (
    <span data-claim className="advice-claim">
      <Button
        variant="secondary"
        size="medium"
        isPending={isPending}
        aria-label={`Claim ${row.reference}`}
        onPress={() => claim(row)}
      >
        Claim
      </Button>
    </span>
  );
}

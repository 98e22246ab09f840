import { Button } from '@backstage/ui';
import type { QueryRecord } from '@imsa-hub/advice-common';
import { useShortcut } from '@imsa-hub/ui';
import { useClaim } from '../api/useClaim';

/** Takes the query that is on the screen. `c` does the same. */
export function ClaimAction(props: {
  record: QueryRecord;
  variant: 'primary' | 'secondary';
}) {
  const { record, variant } = props;
  const { claim, isPending } = useClaim();
  useShortcut({
    key: 'c',
    what: 'Claim this query',
    run: () => claim(record),
  });
  return (
    <Button
      variant={variant}
      size="medium"
      isPending={isPending}
      onPress={() => claim(record)}
    >
      Claim
    </Button>
  );
}

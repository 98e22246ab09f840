import { Button } from '@backstage/ui';
import type { RetentionAction, RetentionRow } from '@imsa-hub/core';
import { RETENTION_WORDS } from './retentionWords';
import { useFocusOnLeaving } from './useFocusOnLeaving';

/** What this person can decide about a record: exactly what the backend says. */
export function RetentionButtons(props: {
  row: RetentionRow;
  onChoose(action: RetentionAction): void;
}) {
  const { row, onChoose } = props;
  if (row.allowedActions.length === 0) return null;
  return (
    <ul className="hub-actions hub-no-print">
      {row.allowedActions.map(action => (
        <OneButton
          key={action}
          action={action}
          reference={row.reference}
          onChoose={() => onChoose(action)}
        />
      ))}
    </ul>
  );
}

function OneButton(props: {
  action: RetentionAction;
  reference: string;
  onChoose(): void;
}) {
  const { action, reference, onChoose } = props;
  const { label } = RETENTION_WORDS[action];
  const box = useFocusOnLeaving<HTMLLIElement>();
  return (
    <li ref={box} data-action={action}>
      <Button
        variant="secondary"
        size="medium"
        aria-label={`${label}: ${reference}`}
        onPress={onChoose}
      >
        {label}
      </Button>
    </li>
  );
}

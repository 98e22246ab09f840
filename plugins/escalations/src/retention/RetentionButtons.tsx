import { Button } from '@backstage/ui';
import type {
  RetentionAction,
  RetentionRow,
} from '@imsa-hub/escalations-common';
import { RETENTION_WORDS } from './retentionWords';

/** What this person can decide about a case: exactly what the backend says. */
export function RetentionButtons(props: {
  row: RetentionRow;
  onChoose(action: RetentionAction): void;
}) {
  const { row, onChoose } = props;
  if (row.allowedActions.length === 0) return null;
  return (
    <ul className="case-actions hub-no-print">
      {row.allowedActions.map(action => (
        <li key={action} data-action={action}>
          <Button
            variant="secondary"
            size="medium"
            aria-label={`${RETENTION_WORDS[action].label}: ${row.reference}`}
            onPress={() => onChoose(action)}
          >
            {RETENTION_WORDS[action].label}
          </Button>
        </li>
      ))}
    </ul>
  );
}

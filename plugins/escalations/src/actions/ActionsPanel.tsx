import type { EscalationRecord } from '@imsa-hub/escalations-common';
import { Section } from '@imsa-hub/ui';
import { MORE_MOVES, MOVES, type CaseAction } from './actionLabels';
import { ActionButton } from './CaseActions';

function Buttons(props: {
  actions: readonly CaseAction[];
  isFirstPrimary: boolean;
}) {
  const { actions, isFirstPrimary } = props;
  return (
    <ul className="hub-actions">
      {actions.map((action, index) => (
        <li key={action}>
          <ActionButton
            action={action}
            variant={isFirstPrimary && index === 0 ? 'primary' : 'secondary'}
          />
        </li>
      ))}
    </ul>
  );
}

/**
 * The moves that this person can make: exactly what the backend says. What is
 * written into the case has its buttons where it stands.
 */
export function ActionsPanel({ record }: { record: EscalationRecord }) {
  const allowed = (actions: readonly CaseAction[]) =>
    actions.filter(action => record.allowedActions.includes(action));
  const moves = allowed(MOVES);
  const more = allowed(MORE_MOVES);
  return (
    <div className="hub-no-print">
      <Section title="What you can do">
        {record.allowedActions.length === 0 && (
          <p>
            You can read this case. There is nothing for you to do on it now.
          </p>
        )}
        {record.allowedActions.length > 0 &&
          moves.length + more.length === 0 && (
            <p>What you can add has its button where it stands.</p>
          )}
        {moves.length > 0 && <Buttons actions={moves} isFirstPrimary />}
        {more.length > 0 &&
          (moves.length > 0 ? (
            <details className="case-more">
              <summary>Give it on, withdraw or step back</summary>
              <Buttons actions={more} isFirstPrimary={false} />
            </details>
          ) : (
            <Buttons actions={more} isFirstPrimary={false} />
          ))}
      </Section>
    </div>
  );
}

import { Button } from '@backstage/ui';
import type { QueryAction, QueryRecord } from '@imsa-hub/advice-common';
import { Section } from '@imsa-hub/ui';
import { ClaimAction } from './ClaimAction';
import { actionsFor, type ActionItem } from './actionList';

function ActionButtons(props: {
  items: readonly ActionItem[];
  record: QueryRecord;
  isFirstPrimary: boolean;
  onChoose(action: QueryAction): void;
}) {
  const { items, record, isFirstPrimary, onChoose } = props;
  return (
    <ul className="hub-actions">
      {items.map(({ action, label }, index) => {
        const variant = isFirstPrimary && index === 0 ? 'primary' : 'secondary';
        return (
          <li key={action} data-action={action}>
            {action === 'claim' ? (
              <ClaimAction record={record} variant={variant} />
            ) : (
              <Button
                variant={variant}
                size="medium"
                onPress={() => onChoose(action)}
              >
                {label}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** What this person can do to this query: exactly what the backend says. */
export function ActionsPanel(props: {
  record: QueryRecord;
  onChoose(action: QueryAction): void;
}) {
  const { record, onChoose } = props;
  const items = actionsFor(record.allowedActions);
  const main = items.filter(({ place }) => place === 'main');
  const more = items.filter(({ place }) => place === 'more');
  const isShort = main.length === 0;
  return (
    <Section title="What you can do">
      {items.length === 0 && (
        <p>
          You can read this query. There is nothing for you to do on it now.
        </p>
      )}
      <ActionButtons
        items={isShort ? more : main}
        record={record}
        isFirstPrimary={!isShort}
        onChoose={onChoose}
      />
      {!isShort && more.length > 0 && (
        <details className="advice-more">
          <summary>More</summary>
          <ActionButtons
            items={more}
            record={record}
            isFirstPrimary={false}
            onChoose={onChoose}
          />
        </details>
      )}
    </Section>
  );
}

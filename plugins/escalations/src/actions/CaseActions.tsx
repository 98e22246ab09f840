import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { Button } from '@backstage/ui';
import type { EscalationRecord } from '@imsa-hub/escalations-common';
import { ACTION_LABELS, type CaseAction } from './actionLabels';

interface Value {
  allowed: ReadonlySet<string>;
  choose(action: CaseAction, item?: string): void;
}

const CaseActionsContext = createContext<Value>({
  allowed: new Set(),
  choose: () => undefined,
});

/** Knows, for every section of a record, what can be done to it. */
export function CaseActionsProvider(props: {
  record: EscalationRecord;
  onChoose(action: CaseAction, item?: string): void;
  children: ReactNode;
}) {
  const { record, onChoose, children } = props;
  const value = useMemo(
    () => ({ allowed: new Set(record.allowedActions), choose: onChoose }),
    [record.allowedActions, onChoose],
  );
  return (
    <CaseActionsContext.Provider value={value}>
      {children}
    </CaseActionsContext.Provider>
  );
}

/** Whether the backend allows an action on the record that is shown. */
export function useIsAllowed(): (action: CaseAction) => boolean {
  const { allowed } = useContext(CaseActionsContext);
  return action => allowed.has(action);
}

/** A button that opens the form of an action; nothing where it is not allowed. */
export function ActionButton(props: {
  action: CaseAction;
  /** What of the case it is about: a task. */
  item?: string;
  variant?: 'primary' | 'secondary' | 'tertiary';
  /** The words on it; those of the action unless said otherwise. */
  label?: string;
  /** Says more to a screen reader: "Finish: ring the council". */
  about?: string;
}) {
  const { action, item, variant = 'secondary', about } = props;
  const { allowed, choose } = useContext(CaseActionsContext);
  if (!allowed.has(action)) return null;
  const label = props.label ?? ACTION_LABELS[action];
  return (
    <span
      data-action={action}
      data-quiet={variant === 'tertiary' || undefined}
      className="hub-no-print"
    >
      <Button
        variant={variant}
        size="medium"
        aria-label={about ? `${label}: ${about}` : undefined}
        onPress={() => choose(action, item)}
      >
        {label}
      </Button>
    </span>
  );
}

import { useState } from 'react';
import type { QueryAction, QueryRecord } from '@imsa-hub/advice-common';
import { QueryActionSchema } from '@imsa-hub/advice-common';
import { useSearchParams } from 'react-router-dom';

const PARAMETER = 'do';

function focusWhereItWasOpened(action: QueryAction): void {
  // After the form has left the screen; its button is where one came from.
  requestAnimationFrame(() => {
    const button = document.querySelector<HTMLElement>(
      `[data-action="${action}"] button`,
    );
    const target = button ?? document.querySelector<HTMLElement>('h1');
    target?.focus();
  });
}

/**
 * Which action's form is open. It stands in the address, so that a reload
 * opens it again with what was typed. Once open it stays, even where the
 * query moves on meanwhile: closing it would hide somebody's words.
 */
export function useOpenAction(record: QueryRecord) {
  const [search, setSearch] = useSearchParams();
  const asked = QueryActionSchema.safeParse(search.get(PARAMETER));
  const [open, setOpen] = useState<QueryAction | null>(
    asked.success && record.allowedActions.includes(asked.data)
      ? asked.data
      : null,
  );
  const show = (action: QueryAction | null) => {
    setOpen(action);
    const next = new URLSearchParams(search);
    next.delete(PARAMETER);
    if (action) next.set(PARAMETER, action);
    setSearch(next, { replace: true });
  };
  const close = () => {
    const was = open;
    show(null);
    if (was) focusWhereItWasOpened(was);
  };
  return { open, show, close };
}

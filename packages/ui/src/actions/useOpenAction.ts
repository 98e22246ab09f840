import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { z } from 'zod';

const ACTION = 'do';
const ITEM = 'item';

interface OpenAction<A extends string> {
  action: A;
  /** What of the record it is about, where there are several: a task. */
  item: string;
}

function focusWhereItWasOpened({ action, item }: OpenAction<string>): void {
  // After the form has left the screen; its button is where one came from.
  requestAnimationFrame(() => {
    const near = item
      ? [...document.querySelectorAll<HTMLElement>('[data-item]')].find(
          ({ dataset }) => dataset.item === item,
        )
      : undefined;
    const button = (near ?? document).querySelector<HTMLElement>(
      `[data-action="${action}"] button`,
    );
    const target = button ?? document.querySelector<HTMLElement>('h1');
    target?.focus();
  });
}

/**
 * Which action's form is open. It stands in the address, so that a reload
 * opens it again with what was typed. Once open it stays, even where the
 * record moves on meanwhile: closing it would hide somebody's words.
 */
export function useOpenAction<A extends string>(options: {
  allowed: readonly A[];
  schema: z.ZodType<A>;
}) {
  const [search, setSearch] = useSearchParams();
  const asked = options.schema.safeParse(search.get(ACTION));
  const [now, setNow] = useState<OpenAction<A> | null>(
    asked.success && options.allowed.includes(asked.data)
      ? { action: asked.data, item: search.get(ITEM) ?? '' }
      : null,
  );
  const put = (next: OpenAction<A> | null) => {
    setNow(next);
    const address = new URLSearchParams(search);
    address.delete(ACTION);
    address.delete(ITEM);
    if (next) address.set(ACTION, next.action);
    if (next?.item) address.set(ITEM, next.item);
    setSearch(address, { replace: true });
  };
  const show = (action: A, item = '') => put({ action, item });
  const close = () => {
    const was = now;
    put(null);
    if (was) focusWhereItWasOpened(was);
  };
  return { open: now?.action ?? null, item: now?.item ?? '', show, close };
}

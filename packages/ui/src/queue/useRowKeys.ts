import type { RefObject } from 'react';
import { useShortcut } from '../shortcuts/useShortcut';

const ROW_LINK = '.hub-row-link';

function move(options: {
  body: HTMLTableSectionElement | null;
  by: 1 | -1;
}): void {
  const links = [
    ...(options.body?.querySelectorAll<HTMLElement>(ROW_LINK) ?? []),
  ];
  const at = links.findIndex(link => link === document.activeElement);
  const last = links.length - 1;
  const beginning = options.by === 1 ? 0 : last;
  const next = at === -1 ? beginning : at + options.by;
  const link = links[Math.min(Math.max(next, 0), last)];
  link?.focus();
  link?.closest('tr')?.scrollIntoView({ block: 'nearest' });
}

/** `j` and `k` move the focus along the rows; Enter then opens one. */
export function useRowKeys(options: {
  body: RefObject<HTMLTableSectionElement>;
  enabled: boolean;
}): void {
  const { body, enabled } = options;
  useShortcut({
    key: 'j',
    what: 'Next in the list',
    enabled,
    run: () => move({ body: body.current, by: 1 }),
  });
  useShortcut({
    key: 'k',
    what: 'Previous in the list',
    enabled,
    run: () => move({ body: body.current, by: -1 }),
  });
}

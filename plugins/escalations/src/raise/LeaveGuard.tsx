import { ConfirmDialog } from '@imsa-hub/ui';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router-dom';

/**
 * Asks before a link leads away from words that are not saved. Links that stay
 * in the journey need no question: what was typed waits on its page.
 */
export function LeaveGuard(props: {
  isUnsaved: boolean;
  /** The beginning of addresses that belong to the journey. */
  journey: string;
}) {
  const { isUnsaved, journey } = props;
  const [leadsTo, setLeadsTo] = useState<string>();
  const navigate = useNavigate();

  useEffect(() => {
    if (!isUnsaved) return undefined;
    const ask = (event: MouseEvent) => {
      const target = pathOf(event);
      if (!target || target.startsWith(`${journey}/`)) return;
      event.preventDefault();
      event.stopPropagation();
      setLeadsTo(target);
    };
    // Before the link itself hears of it.
    document.addEventListener('click', ask, { capture: true });
    return () => document.removeEventListener('click', ask, { capture: true });
  }, [isUnsaved, journey]);

  return (
    <ConfirmDialog
      isOpen={leadsTo !== undefined}
      title="Leave without saving this page?"
      confirmLabel="Leave"
      onConfirm={() => leadsTo && navigate(leadsTo)}
      onClose={() => setLeadsTo(undefined)}
    >
      What you typed on this page stays in this tab of the browser only. Every
      page before it is saved.
    </ConfirmDialog>
  );
}

/** The address inside the console that a click follows in this tab. */
function pathOf(event: MouseEvent): string | undefined {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) {
    return undefined;
  }
  const link =
    event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (!(link instanceof HTMLAnchorElement) || link.target === '_blank') {
    return undefined;
  }
  const url = new URL(link.href, window.location.href);
  const isHere = link.getAttribute('href')?.startsWith('#');
  if (isHere || url.origin !== window.location.origin) return undefined;
  return url.pathname + url.search + url.hash;
}

import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { formatMoment } from '@imsa-hub/core';
import { useMe } from '../person/useMe';

/**
 * Makes a page fit for paper: opens everything that is folded away while it is
 * printed, and says on the paper who printed it and when.
 */
export function PrintNote() {
  const { person } = useMe();
  const [printedAt, setPrintedAt] = useState<Date>();
  useEffect(() => {
    let folded: HTMLDetailsElement[] = [];
    const open = () => {
      folded = [
        ...document.querySelectorAll<HTMLDetailsElement>('details:not([open])'),
      ];
      folded.forEach(details => details.setAttribute('open', ''));
      // The paper is drawn as soon as this returns.
      flushSync(() => setPrintedAt(new Date()));
    };
    const fold = () => {
      folded.forEach(details => details.removeAttribute('open'));
      folded = [];
      setPrintedAt(undefined);
    };
    window.addEventListener('beforeprint', open);
    window.addEventListener('afterprint', fold);
    return () => {
      window.removeEventListener('beforeprint', open);
      window.removeEventListener('afterprint', fold);
    };
  }, []);
  if (!printedAt) return null;
  return (
    <p className="hub-print-only">
      {`Printed by ${person.name}, ${formatMoment(printedAt)}. Confidential: keep it where nobody else can read it, and destroy it when it is not needed any more.`}
    </p>
  );
}

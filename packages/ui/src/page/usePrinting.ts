import { useEffect } from 'react';

/**
 * Opens everything that is folded away while the page is printed, and folds
 * it again afterwards: paper cannot be clicked.
 */
export function usePrinting(): void {
  useEffect(() => {
    let folded: HTMLDetailsElement[] = [];
    const open = () => {
      folded = [
        ...document.querySelectorAll<HTMLDetailsElement>('details:not([open])'),
      ];
      folded.forEach(details => details.setAttribute('open', ''));
    };
    const fold = () => {
      folded.forEach(details => details.removeAttribute('open'));
      folded = [];
    };
    window.addEventListener('beforeprint', open);
    window.addEventListener('afterprint', fold);
    return () => {
      window.removeEventListener('beforeprint', open);
      window.removeEventListener('afterprint', fold);
    };
  }, []);
}

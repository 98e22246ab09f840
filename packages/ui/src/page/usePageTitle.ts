import { useEffect } from 'react';

/** The name that stands at the end of every document title. */
export const APP_NAME = 'IMSA Hub';

/** Names the browser tab: "My day – IMSA Hub". */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} – ${APP_NAME}`;
  }, [title]);
}

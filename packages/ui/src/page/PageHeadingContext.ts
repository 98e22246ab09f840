import { createContext } from 'react';

/**
 * Whether a layout around the page already carries the `h1` (a page with
 * tabs): then the page's own title is an `h2`.
 */
export const PageHeadingContext = createContext<boolean>(false);

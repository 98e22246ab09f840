import type { SearchPlace } from '@imsa-hub/search-node';

/** Places that belong to no plugin's backend and are open to everybody. */
export const SHELL_PLACES: readonly SearchPlace[] = [
  {
    title: 'My day',
    detail: 'What waits for you',
    alsoCalled: 'home start first page',
    path: '/',
    door: 'signed-in',
  },
  {
    title: 'Notifications',
    detail: 'What is new, and whether you get e-mails',
    alsoCalled: 'notices mail email bell unread preferences',
    path: '/notifications',
    door: 'signed-in',
  },
  {
    title: 'About IMSA Hub',
    detail: 'Version, licence and accessibility',
    alsoCalled: 'version help licence accessibility',
    path: '/about',
    door: 'signed-in',
  },
];

import { defineRoute, type HubRoute } from '@imsa-hub/core-node';
import { PreferencesSchema } from '@imsa-hub/notifications-common';
import type { PreferenceStore } from './PreferenceStore';

/** Whether a person wants mails. */
export function preferenceRoutes(options: {
  preferences: PreferenceStore;
}): HubRoute[] {
  const { preferences } = options;
  return [
    defineRoute({
      method: 'get',
      path: '/preferences',
      summary: 'How I am told of notices',
      door: 'signed-in',
      scope: 'collection',
      handle: ({ person }) => preferences.of(person.id),
    }),
    defineRoute({
      method: 'put',
      path: '/preferences',
      summary: 'Choose how I am told of notices',
      door: 'signed-in',
      scope: 'collection',
      body: PreferencesSchema,
      handle: ({ person, actor, body }) =>
        preferences.put({ personId: person.id, actor, preferences: body }),
    }),
  ];
}

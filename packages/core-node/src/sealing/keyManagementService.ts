import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import type { KeyManagement } from './KeyManagement';
import { LocalKeyManagement } from './LocalKeyManagement';

/**
 * Where master keys come from. A module for a key service replaces it with one
 * `backend.add(createServiceFactory({ service: keyManagementServiceRef, … }))`.
 */
export const keyManagementServiceRef = createServiceRef<KeyManagement>({
  id: 'hub.key-management',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { config: coreServices.rootConfig },
      factory: ({ config }) => LocalKeyManagement.fromConfig(config),
    }),
});

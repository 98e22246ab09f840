import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { EscalationType } from './EscalationType';

/** Takes types of complex cases. An id in use throws. */
export interface EscalationTypesExtensionPoint {
  addType(type: EscalationType): void;
}
export const escalationTypesExtensionPoint =
  createExtensionPoint<EscalationTypesExtensionPoint>({
    id: 'escalations.types',
  });

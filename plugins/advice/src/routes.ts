import { createRouteRef } from '@backstage/frontend-plugin-api';

/** The queue, for plugins that lead to the advice line. */
export const adviceRouteRef = createRouteRef();

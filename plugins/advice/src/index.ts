/**
 * The console pages of the advice line.
 *
 * @packageDocumentation
 */
export { advicePlugin as default, advicePlugin } from './plugin';
export { adviceRouteRef } from './routes';

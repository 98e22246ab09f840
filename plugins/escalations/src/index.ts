/**
 * The console pages of complex cases.
 *
 * @packageDocumentation
 */
export { escalationsPlugin as default, escalationsPlugin } from './plugin';

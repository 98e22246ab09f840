/**
 * The search box in the top bar.
 *
 * @packageDocumentation
 */
export { searchPlugin, searchPlugin as default } from './plugin';

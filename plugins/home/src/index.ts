/**
 * "My day": what waits for the person who is signed in, and their notices.
 *
 * @packageDocumentation
 */
export { homePlugin as default, homePlugin } from './plugin';

export { escalationsPlugin, escalationsPlugin as default } from './plugin';

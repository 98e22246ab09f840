export { searchPlugin, searchPlugin as default } from './plugin';

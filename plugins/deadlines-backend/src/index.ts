export { deadlinesPlugin as default, deadlinesPlugin } from './deadlinesPlugin';

export { notificationsPlugin as default } from './plugin';

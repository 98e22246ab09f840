export * from './Announcement';
export * from './announcements';
export * from './Relay';

export * from './Announcement';
export * from './announcements';
export * from './Relay';
export * from './referencesBySubject';

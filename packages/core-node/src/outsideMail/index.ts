export * from './OutsideMail';

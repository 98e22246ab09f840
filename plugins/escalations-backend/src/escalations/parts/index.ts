export type { PartReading } from './PartReading';
export * from './readOpenings';
export * from './readPapers';
export * from './readPeople';
export * from './readReview';
export * from './readTold';
export * from './readWork';

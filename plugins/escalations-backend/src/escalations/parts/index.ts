export type { PartReading } from './PartReading';
export * from './readPapers';
export * from './readPeople';
export * from './readTold';
export * from './readWork';

export type { PartReading } from './PartReading';
export * from './readClosings';
export * from './readOpenings';
export * from './readPapers';
export * from './readPeople';
export * from './readSpecialists';
export * from './readTold';
export * from './readWork';

export * from './NamedPerson';
export * from './Opening';

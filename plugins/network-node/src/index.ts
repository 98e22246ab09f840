export * from './PersonContext';
export * from './PeopleDirectory';
export * from './IdentityBinder';
export * from './directoryRows';
export * from './projectDirectory';
export * from './DatabasePeopleDirectory';
export * from './peopleDirectoryServiceRef';
export * from './registerReading';

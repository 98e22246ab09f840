export * from './createOrganisationSource';
export * from './createPeopleSource';
export * from './networkPlaces';

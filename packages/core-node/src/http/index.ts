export * from './Download';
export * from './errors';
export * from './problem';
export * from './HubRoute';
export * from './jsonSchemaOf';
export * from './hubRouter';
export * from './parseRequest';
export * from './routeTable';

export * from './HubPolicy';

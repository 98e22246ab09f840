export * from './charter';
export * from './HubPolicyImplementation';
export * from './hubPolicyServiceFactory';
export {
  permissionModuleHub,
  permissionModuleHub as default,
} from './permissionModuleHub';

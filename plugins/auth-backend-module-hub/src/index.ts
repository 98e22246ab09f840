export { authModuleHub, authModuleHub as default } from './authModuleHub';
export { NOT_REGISTERED } from './createHubSignInResolver';

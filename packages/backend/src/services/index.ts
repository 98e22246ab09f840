import { hubPolicyServiceFactory } from '@imsa-hub/permission-backend-module-hub';
import { auditorServiceFactory } from './auditor';
import { httpAuthServiceFactory } from './httpAuth';
import { httpRouterServiceFactory } from './httpRouter';
import { permissionsServiceFactory } from './permissions';
import { rootHttpRouterServiceFactory } from './rootHttpRouter';
import { routeTableFileServiceFactory } from './routeTableFile';
import { userInfoServiceFactory } from './userInfo';

/** The hub's services in the place of Backstage's. */
export const services = [
  rootHttpRouterServiceFactory,
  httpRouterServiceFactory,
  httpAuthServiceFactory,
  userInfoServiceFactory,
  permissionsServiceFactory,
  auditorServiceFactory,
  hubPolicyServiceFactory,
  routeTableFileServiceFactory,
];

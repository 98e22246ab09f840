export {
  catalogModuleNetwork,
  catalogModuleNetwork as default,
} from './catalogModuleNetwork';
export { NetworkEntityProvider } from './NetworkEntityProvider';
export { networkEntities } from './networkEntities';

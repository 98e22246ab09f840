export { networkPlugin, networkPlugin as default } from './networkPlugin';
export * from './demo/demoIds';
export * from './demo/networkFile';
export * from './demo/seedNetwork';
export * from './first/enterFirstManager';

export * from './permissions';
export * from './eventContracts';
export * from './limitContracts';
export * from './ruleContracts';
export * from './holidayContracts';
export * from './countingWords';
export * from './ruleWords';

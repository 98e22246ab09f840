export * from './permissions';
export * from './limitContracts';
export * from './ruleContracts';
export * from './holidayContracts';
export * from './countingWords';
export * from './ruleWords';

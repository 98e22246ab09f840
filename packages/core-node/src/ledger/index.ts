export * from './LedgerEntry';
export * from './ledgerTables';
export * from './ledgerChain';
export * from './createUnitOfWork';
export * from './verifyLedger';
export * from './exportHeads';
export * from './ledgersService';
export * from './readPersonLedger';

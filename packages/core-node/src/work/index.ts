export * from './UnitOfWork';

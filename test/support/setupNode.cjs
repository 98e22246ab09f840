// The first backend a test starts compiles hundreds of modules.
jest.setTimeout(60_000);

require('@testing-library/jest-dom');
const { configure } = require('@testing-library/dom');

// What appears, appears: how soon is no matter of these tests, and a busy
// machine takes longer than the usual second.
configure({ asyncUtilTimeout: 10_000 });

jest.setTimeout(30_000);

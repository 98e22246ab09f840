export * from '@imsa-hub/ui/src/testing/FakeBackend';

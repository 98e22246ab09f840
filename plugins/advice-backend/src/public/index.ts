export * from './createPublicAdviceRouter';
export * from './PublicAdvice';

export { advicePlugin as default } from './plugin';
export { createAdvice, type AdviceExtensions } from './createAdvice';
export type { AdviceServices } from './AdviceServices';
export { seedAdvice } from './seed/seedAdvice';
export { seedMailbox } from './mailbox';
export { createTriageRules } from './triage';
export { loadBuiltInTemplates } from './templates';

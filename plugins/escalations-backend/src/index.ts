export { escalationsPlugin, escalationsPlugin as default } from './plugin';
export { createEscalations } from './createEscalations';
export { createEscalationTypes } from './drafts/escalationTypes';
export { seedCases } from './seed/seedCases';

export * from './TemplateView';
export * from './renderTemplate';
export * from './loadBuiltInTemplates';
export * from './createTemplates';
export * from './TemplateService';

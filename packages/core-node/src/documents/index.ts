export * from './checkTemplate';
export * from './fillTemplate';
export * from './templateFields';
export * from './renderDocument';
export * from './renderHtml';

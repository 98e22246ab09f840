export * from './JourneyPage';
export * from './reachablePages';
export * from './checkAnswers';
export * from './answersInWords';

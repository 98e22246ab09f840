export { capital } from './capital';
export { nameOf } from './nameOf';
export { areaList } from './areaList';
export { choicesOf } from './choicesOf';
export { eventChoicesFor, type EventLine } from './eventChoicesFor';
export { eventFactsFor, type FactLine } from './eventFactsFor';
export { limitsInWords } from './limitsInWords';

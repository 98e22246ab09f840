export { applySuggestions } from './applySuggestions';
export { checkConfidentiality } from './checkConfidentiality';
export { describePlace } from './describePlace';
export {
  FINDING_KINDS,
  REACHING_KINDS,
  type Certainty,
  type Finding,
  type FindingKind,
} from './finding';
export { FINDING_WORDS, type FindingWords } from './findingWords';
export {
  countMarks,
  markedIn,
  MarksSchema,
  marksOf,
  type MarkCounts,
  type Marks,
} from './marks';
export { judgeText, type GuardPolicy, type TextJudgement } from './judgeText';
export { PUBLIC_LINES } from './publicLines';
export { summariseFindings } from './summariseFindings';

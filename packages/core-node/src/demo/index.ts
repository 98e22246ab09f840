export { DemoCaller } from './DemoCaller';
export { DemoDaySchema, DemoStepSchema, type DemoStep } from './DemoStep';
export { DemoStage, type DemoAct, type DemoFoundation } from './DemoStage';
export { writeOut, type Abbreviations } from './writeOut';

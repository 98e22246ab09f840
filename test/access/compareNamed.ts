import { newId } from '@imsa-hub/core';
import type { HubAnswer } from '../support/HubClient';
import { answerPrint } from './answerPrint';
import { headerFaults } from './expectedHeaders';
import type { Findings } from './Findings';

/** Names what is hidden, each beside something that never existed. */
export async function compareNamed(input: {
  findings: Findings;
  label: string;
  name(id: string): Promise<HubAnswer>;
  hidden: readonly string[];
  api: string;
}): Promise<void> {
  const { findings, label, name, hidden, api } = input;
  const measure = await name(newId());
  for (const id of hidden) {
    const answer = await name(id);
    findings.cells += 1;
    if (answer.status < 400) findings.leaks.push(`${label} was done`);
    if (answerPrint(answer) !== answerPrint(measure)) {
      findings.leaks.push(`${label} can be told apart from what never existed`);
    }
    findings.headers.push(...headerFaults(api, answer));
  }
}

import { Section } from '@imsa-hub/ui';
import type { AskWay } from './askWords';
import { spelledOut } from './spelledOut';

/** The code to be given to whoever asked. It is shown this once. */
export function ReceiptCode(props: { code: string; way: AskWay }) {
  const { code, way } = props;
  const isMail = way === 'mailbox';
  return (
    <Section
      title={
        isMail
          ? 'Give this code to whoever asked'
          : 'Read this code to the caller now'
      }
      lead={
        isMail
          ? 'It is shown only this once. Nobody can look it up again, the Hub neither. Give it to them by a way that is safe.'
          : 'It is shown only this once. Nobody can look it up again, the Hub neither. Have them read it back to you.'
      }
    >
      <p className="advice-receipt">{code}</p>
      <p className="hub-optional">Spelled out: {spelledOut(code)}</p>
    </Section>
  );
}

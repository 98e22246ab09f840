import { Section } from '@imsa-hub/ui';
import { spelledOut } from './spelledOut';

/** The code to be read to the caller. It is shown this once. */
export function ReceiptCode(props: { code: string }) {
  const { code } = props;
  return (
    <Section
      title="Read this code to the caller now"
      lead="It is shown only this once. Nobody can look it up again, the Hub neither. Have them read it back to you."
    >
      <p className="advice-receipt">{code}</p>
      <p className="hub-optional">Spelled out: {spelledOut(code)}</p>
    </Section>
  );
}

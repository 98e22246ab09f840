import { RiShieldKeyholeLine } from '@remixicon/react';
import type { Marks } from '@imsa-hub/core';
import { LongText, Marked } from '@imsa-hub/ui';

/** How and when it is safe to reach the asker: not to be overlooked. */
export function SafeContactBox(props: {
  safeContact: string | undefined;
  marks?: Marks;
}) {
  const { safeContact } = props;
  return (
    <section className="advice-safe-contact" aria-label="Safe contact">
      <h2 className="hub-section-title">
        <RiShieldKeyholeLine size={20} aria-hidden="true" /> Safe contact
      </h2>
      {safeContact ? (
        <>
          <LongText>{safeContact}</LongText>
          <Marked marks={props.marks} />
        </>
      ) : (
        <p>Nothing was said. Do not ring or leave messages; reply here.</p>
      )}
    </section>
  );
}

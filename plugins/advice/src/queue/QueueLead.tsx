import { KeyHint } from '@imsa-hub/ui';

/** What the list is, in a sentence. */
export function QueueLead(props: { canAnswer: boolean }) {
  if (!props.canAnswer) {
    return (
      <p>
        Ask the Hub’s advisers a question about a case. What you asked, and
        their replies, stand here.
      </p>
    );
  }
  return (
    <p>
      The most pressing query stands first, with the reasons for its place.
      <span className="advice-keys">
        {' '}
        Press <KeyHint>?</KeyHint> for keyboard shortcuts.
      </span>
    </p>
  );
}

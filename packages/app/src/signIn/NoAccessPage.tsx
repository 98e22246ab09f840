import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { Button } from '@backstage/ui';
import { usePageTitle } from '@imsa-hub/ui';
import { Mark } from '../layout/Mark';

/** For somebody who is signed in and is no longer, or not yet, let in. */
export function NoAccessPage() {
  const identity = useApi(identityApiRef);
  usePageTitle('No access');
  return (
    <main id="main" className="hub-door">
      <div className="hub-door-panel">
        <Mark size={48} />
        <h1>You do not have access</h1>
        <p className="hub-door-lead">
          The Hub’s register does not let you in at present. If that surprises
          you, ask your Hub contact.
        </p>
        <Button
          variant="primary"
          size="medium"
          className="hub-door-button"
          onPress={() => void identity.signOut()}
        >
          Sign out
        </Button>
      </div>
    </main>
  );
}

import { useEffect, useState, type ReactNode } from 'react';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import { MeSchema, useHubQuery, useToast } from '@imsa-hub/ui';
import { hubAuthApiRef } from '../apis/hubAuthApi';
import { takeArrival } from './arrival';
import { attendance } from './attendanceHere';
import { leaveToSignIn } from './leaveToSignIn';
import { NoAccessPage } from './NoAccessPage';

/**
 * Watches whether the person is still let in. A session that has run out is
 * said over the page, which stays as it is, so that nothing typed is lost. A
 * person who has been ended sees a plain page and nothing else.
 */
export function SessionGuard(props: { children: ReactNode }) {
  const auth = useApi(hubAuthApiRef);
  const [isPutOff, setIsPutOff] = useState(false);
  const toast = useToast();
  useEffect(() => {
    const words = takeArrival();
    if (words) toast({ message: words });
  }, [toast]);
  const { data, error } = useHubQuery({
    key: ['network', 'me'],
    path: 'plugin://network/me',
    schema: MeSchema,
  });
  const idleMinutes = data?.sessionIdleMinutes;
  useEffect(() => {
    if (idleMinutes !== undefined) attendance.endsAfter(idleMinutes);
  }, [idleMinutes]);

  if (error?.status === 403 || error?.status === 404) return <NoAccessPage />;
  const hasEnded = error?.status === 401;
  return (
    <>
      {props.children}
      <Dialog
        className="hub-dialog"
        isOpen={hasEnded && !isPutOff}
        onOpenChange={open => !open && setIsPutOff(true)}
      >
        <DialogHeader>Your session has ended</DialogHeader>
        <DialogBody>
          <p>Sign in again to go on. You come back to this page.</p>
        </DialogBody>
        <DialogFooter>
          <Button
            variant="primary"
            size="medium"
            onPress={() => void leaveToSignIn(auth)}
          >
            Sign in again
          </Button>
          <Button
            variant="tertiary"
            size="medium"
            onPress={() => setIsPutOff(true)}
          >
            Copy what I typed first
          </Button>
        </DialogFooter>
      </Dialog>
    </>
  );
}

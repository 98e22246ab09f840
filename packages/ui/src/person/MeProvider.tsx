import { createContext, type ReactNode } from 'react';
import { useHubQuery } from '../api/useHubQuery';
import { useLive } from '../live/useLive';
import { MeSchema, type Me } from './MeSchema';

/** Empty until the answer is there. */
export const MeContext = createContext<Me | undefined>(undefined);

/**
 * Knows who is signed in, for everything beneath. Asked again when the
 * register changes, so that an ended role leaves the screen too.
 */
export function MeProvider(props: {
  children: ReactNode;
  /** Shown until the person is known. */
  fallback?: ReactNode;
  /** For tests: who it is, without asking. */
  me?: Me;
}) {
  useLive('network');
  const { data } = useHubQuery({
    key: ['network', 'me'],
    path: 'plugin://network/me',
    schema: MeSchema,
    enabled: !props.me,
  });
  const me = props.me ?? data;
  if (!me) return props.fallback ?? null;
  return <MeContext.Provider value={me}>{props.children}</MeContext.Provider>;
}

import {
  createContext,
  useCallback,
  useContext,
  useMemo,
  useState,
  type ReactNode,
} from 'react';
import type { QueryRecord } from '@imsa-hub/advice-common';
import { newestOf, type Received } from './newestOf';

interface FreshRecordsValue {
  records: ReadonlyMap<string, Received>;
  put(record: QueryRecord): void;
}

const FreshRecordsContext = createContext<FreshRecordsValue>({
  records: new Map(),
  put: () => undefined,
});

/**
 * Holds the records with which changes were answered, also refused ones, so
 * that every screen shows them at once and without asking again.
 */
export function FreshRecordsProvider(props: { children: ReactNode }) {
  const [records, setRecords] = useState<ReadonlyMap<string, Received>>(
    () => new Map(),
  );
  const put = useCallback((record: QueryRecord) => {
    setRecords(current =>
      new Map(current).set(
        record.id,
        newestOf(current.get(record.id), { record, at: Date.now() }),
      ),
    );
  }, []);
  const value = useMemo(() => ({ records, put }), [records, put]);
  return (
    <FreshRecordsContext.Provider value={value}>
      {props.children}
    </FreshRecordsContext.Provider>
  );
}

/** The records that came with changes, and how to add one. */
export function useFreshRecords(): FreshRecordsValue {
  return useContext(FreshRecordsContext);
}

import {
  createContext,
  useCallback,
  useContext,
  useMemo,
  useState,
  type ReactNode,
} from 'react';
import { newestOf, type Received } from './newestOf';

/** What every record of a version is. */
export interface VersionedRecord {
  id: string;
  version: number;
}

/** The records that came with changes, by id, and how to add one. */
export interface FreshRecords<R extends VersionedRecord> {
  records: ReadonlyMap<string, Received<R>>;
  put(record: R): void;
}

const FreshRecordsContext = createContext<FreshRecords<VersionedRecord>>({
  records: new Map(),
  put: () => undefined,
});

/**
 * Holds the records with which changes were answered, also refused ones, so
 * that every screen shows them at once and without asking again. One around
 * the pages of a plugin: its records are of one kind.
 */
export function FreshRecordsProvider(props: { children: ReactNode }) {
  const [records, setRecords] = useState<
    ReadonlyMap<string, Received<VersionedRecord>>
  >(() => new Map());
  const put = useCallback((record: VersionedRecord) => {
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

/** The records that came with changes, of the kind that the plugin puts in. */
export function useFreshRecords<R extends VersionedRecord>(): FreshRecords<R> {
  return useContext(FreshRecordsContext) as unknown as FreshRecords<R>;
}

import { useCallback } from 'react';
import { useNavigate } from 'react-router-dom';
import { useToast } from '../feedback/useToast';

const CLOSED =
  'Done. It concerns the organisation you work for, so it is no longer open to you.';

/**
 * For a change that was made and answered without a record, because it named
 * the employer of the person who made it: says so, and leads back to the list.
 *
 * @param list - the address of the list: `/advice`
 */
export function useLeaveClosedRecord(list: string): () => void {
  const toast = useToast();
  const navigate = useNavigate();
  return useCallback(() => {
    toast({ message: CLOSED });
    navigate(list);
  }, [toast, navigate, list]);
}

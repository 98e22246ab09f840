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
 * @param words - what is said instead, where access ended for another reason
 */
export function useLeaveClosedRecord(list: string, words = CLOSED): () => void {
  const toast = useToast();
  const navigate = useNavigate();
  return useCallback(() => {
    toast({ message: words });
    navigate(list);
  }, [toast, navigate, list, words]);
}

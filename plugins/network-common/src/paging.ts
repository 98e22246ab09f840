import { z } from 'zod';

/** The most rows one page of the register holds. */
export const LARGEST_PAGE = 100;

/** Rows a page: 50 unless told, from a query string or a body. */
export const PageSizeSchema = z.coerce
  .number()
  .int()
  .min(1)
  .max(LARGEST_PAGE)
  .default(50);

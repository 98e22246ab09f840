import {
  DestroyRequestSchema,
  HoldRequestSchema,
  RetentionRequestSchema,
} from '@imsa-hub/core';
import type { z } from 'zod';
import { defineRoute, type HubRoute } from '../http/HubRoute';
import type { Retention } from './createRetention';
import type { KeptRow } from './KeptRecords';

/** Routes of how long records of one kind are kept. */
export function retentionRoutes<Row extends KeptRow, P>(options: {
  retention: Retention<Row>;
  /** Where one record stands: `/queries/:queryId`. */
  path: string;
  params: z.ZodType<P>;
  idOf(params: P): string;
}): HubRoute[] {
  const { path, params, idOf } = options;
  const { kept, reading, service } = options.retention;
  const { door, noun } = kept;
  return [
    defineRoute({
      method: 'get',
      path: '/retention',
      summary: `Each closed ${noun} near or past the end of its retention`,
      door,
      scope: 'collection',
      query: RetentionRequestSchema,
      handle: ({ person, actor, query }) =>
        reading.list({ person, actor, request: query }),
    }),
    defineRoute({
      method: 'post',
      path: `${path}/hold`,
      summary: `Keep a closed ${noun} longer, or end that`,
      freshSignIn: true,
      door,
      scope: 'record',
      params,
      body: HoldRequestSchema,
      handle: ({ person, actor, params: of, body }) =>
        service.hold({ person, actor, id: idOf(of), request: body }),
    }),
    defineRoute({
      method: 'post',
      path: `${path}/destroy`,
      summary: `Destroy the content of a closed ${noun}, or ask for it`,
      freshSignIn: true,
      door,
      scope: 'record',
      params,
      body: DestroyRequestSchema,
      handle: ({ person, actor, params: of, body }) =>
        service.destroy({ person, actor, id: idOf(of), request: body }),
    }),
  ];
}

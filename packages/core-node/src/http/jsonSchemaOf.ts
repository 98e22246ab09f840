import { z } from 'zod';

/** What a caller may send, as JSON Schema; what cannot be said in it is left open. */
export function jsonSchemaOf(schema: z.ZodType): object {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
}

import { z } from 'zod';

/** A call between a page and main: the schema of its arguments and, as a phantom, the type of its result. */
export type Call<Args extends z.ZodTuple, Value> = { args: Args; value?: Value };

/** Declares a call with a result of type `Value`. */
export function call<Value>() {
  return <Args extends z.ZodTuple>(args: Args): Call<Args, Value> => ({ args });
}

/** Identifier of a library, category or reply. */
export const id = z.string().min(1).max(64);

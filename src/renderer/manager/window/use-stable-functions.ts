import { useMemo, useRef } from 'react';

type Functions<T> = {
  [K in keyof T]: T[K] extends (...args: infer A) => infer R ? (...args: A) => R : never;
};

/**
 * The same functions in an object that stays the same between renders and calls what was passed last. For handlers that go
 * far down: what gets them is not drawn again because the window was.
 */
export function useStableFunctions<T extends Functions<T>>(functions: T): T {
  const latest = useRef(functions);
  latest.current = functions;
  return useMemo(() => {
    const names = Object.keys(latest.current) as (keyof T)[];
    const entries = names.map((name) => [name, (...args: never[]) => latest.current[name](...args)]);
    return Object.fromEntries(entries) as T;
  }, []);
}

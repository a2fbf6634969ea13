/*
 * Values as text, with what JSON lacks: what the structured clone algorithm carries between Electron's processes. The same
 * function runs in node and, through its source text, in both worlds of a page, so it may use nothing outside itself.
 */

/** How one side turns what cannot be copied, functions and promises, into numbers and back. */
export type References = {
  exportFunction: (value: (...args: unknown[]) => unknown) => number;
  exportPromise: (value: Promise<unknown>) => number;
  importFunction: (id: number) => unknown;
  importPromise: (id: number) => unknown;
};

export type Codec = {
  /** Throws `An object could not be cloned.` like Electron where a value cannot be carried. */
  encode: (value: unknown, references?: References) => string;
  decode: (text: string, references?: References) => unknown;
};

type Base64 = { encode: (bytes: Uint8Array) => string; decode: (text: string) => Uint8Array };
type TypedArrayConstructor = { new (buffer: ArrayBuffer): ArrayBufferView };

/** Makes a codec over a platform's base64. Tagged values are objects with a `$type`. */
export function makeCodec(base64: Base64): Codec {
  const viewTypes: Record<string, TypedArrayConstructor> = {
    Int8Array,
    Uint8Array,
    Uint8ClampedArray,
    Int16Array,
    Uint16Array,
    Int32Array,
    Uint32Array,
    Float32Array,
    Float64Array,
    BigInt64Array,
    BigUint64Array,
    DataView,
  };
  const errorTypes: Record<string, ErrorConstructor> = {
    TypeError,
    RangeError,
    SyntaxError,
    ReferenceError,
    EvalError,
    URIError,
  };

  function refuse(): never {
    throw new Error('An object could not be cloned.');
  }

  function viewType(view: ArrayBufferView): string {
    // A node Buffer arrives as the Uint8Array it is.
    return Object.keys(viewTypes).find((name) => view instanceof (viewTypes[name] as never)) ?? refuse();
  }

  function encode(root: unknown, references?: References): string {
    const seen = new Map<object, number>();

    function pack(value: unknown): unknown {
      switch (typeof value) {
        case 'string':
        case 'boolean':
          return value;
        case 'undefined':
          return { $type: 'undefined' };
        case 'bigint':
          return { $type: 'bigint', value: String(value) };
        case 'number':
          return Number.isFinite(value) && !Object.is(value, -0)
            ? value
            : { $type: 'number', value: Object.is(value, -0) ? '-0' : String(value) };
        case 'function':
          return references
            ? { $type: 'function', value: references.exportFunction(value as () => unknown) }
            : refuse();
        case 'object':
          return value === null ? null : packObject(value);
        default:
          return refuse();
      }
    }

    function packObject(value: object): unknown {
      const earlier = seen.get(value);
      if (earlier !== undefined) {
        return { $type: 'seen', value: earlier };
      }
      seen.set(value, seen.size);
      if (value instanceof Promise) {
        return references ? { $type: 'promise', value: references.exportPromise(value) } : refuse();
      }
      if (value instanceof Date) {
        return { $type: 'date', value: value.getTime() };
      }
      if (value instanceof RegExp) {
        return { $type: 'regexp', value: [value.source, value.flags] };
      }
      if (value instanceof Error) {
        return { $type: 'error', value: [value.name, value.message] };
      }
      if (value instanceof ArrayBuffer) {
        return { $type: 'buffer', value: base64.encode(new Uint8Array(value)) };
      }
      if (ArrayBuffer.isView(value)) {
        const bytes = new Uint8Array(value.buffer as ArrayBuffer, value.byteOffset, value.byteLength);
        return { $type: 'view', value: [viewType(value), base64.encode(bytes)] };
      }
      if (value instanceof Map) {
        return { $type: 'map', value: [...value].map(([key, entry]) => [pack(key), pack(entry)]) };
      }
      if (value instanceof Set) {
        return { $type: 'set', value: [...value].map(pack) };
      }
      if (Array.isArray(value)) {
        return Array.from(value, pack);
      }
      if (value instanceof WeakMap || value instanceof WeakSet || value instanceof WeakRef) {
        return refuse();
      }
      const copy = Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, pack(entry)]));
      return '$type' in copy ? { $type: 'object', value: copy } : copy;
    }

    return JSON.stringify(pack(root));
  }

  function decode(text: string, references?: References): unknown {
    const seen: unknown[] = [];

    function remember<Value>(value: Value): Value {
      seen.push(value);
      return value;
    }

    function unpackInto(target: Record<string, unknown>, source: object): object {
      for (const [key, value] of Object.entries(source)) {
        Object.defineProperty(target, key, {
          value: unpack(value),
          writable: true,
          enumerable: true,
          configurable: true,
        });
      }
      return target;
    }

    function unpackError([name, message]: [string, string]): Error {
      const error = new (errorTypes[name] ?? Error)(message);
      if (error.name !== name) {
        error.name = name;
      }
      return error;
    }

    function toBuffer(encoded: string): ArrayBuffer {
      // A copy of its own: node's decoder hands out slices of a shared pool.
      return new Uint8Array(base64.decode(encoded)).buffer;
    }

    function unpackTagged(type: string, value: never): unknown {
      switch (type) {
        case 'undefined':
          return undefined;
        case 'bigint':
          return BigInt(value);
        case 'number':
          return Number(value);
        case 'seen':
          return seen[value];
        case 'function':
          return references?.importFunction(value);
        case 'promise':
          return remember(references?.importPromise(value));
        case 'date':
          return remember(new Date(value));
        case 'regexp':
          return remember(new RegExp(value[0], value[1]));
        case 'error':
          return remember(unpackError(value));
        case 'buffer':
          return remember(toBuffer(value));
        case 'view':
          return remember(new (viewTypes[value[0]] as TypedArrayConstructor)(toBuffer(value[1])));
        case 'map': {
          const map = remember(new Map());
          for (const [key, entry] of value as [unknown, unknown][]) {
            map.set(unpack(key), unpack(entry));
          }
          return map;
        }
        case 'set': {
          const set = remember(new Set());
          for (const entry of value as unknown[]) {
            set.add(unpack(entry));
          }
          return set;
        }
        default:
          return unpackInto(remember({}), value);
      }
    }

    function unpack(value: unknown): unknown {
      if (value === null || typeof value !== 'object') {
        return value;
      }
      if (Array.isArray(value)) {
        const list: unknown[] = remember([]);
        for (const entry of value) {
          list.push(unpack(entry));
        }
        return list;
      }
      const { $type, value: tagged } = value as { $type?: string; value: never };
      return $type === undefined ? unpackInto(remember({}), value) : unpackTagged($type, tagged);
    }

    return unpack(JSON.parse(text));
  }

  return { encode, decode };
}

/** The codec on node's side. */
export const nodeCodec = makeCodec({
  encode: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
  decode: (text) => Buffer.from(text, 'base64'),
});

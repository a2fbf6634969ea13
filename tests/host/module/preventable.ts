/** An event whose listeners may call off what it announces. */
export type Preventable = { preventDefault: () => void; readonly defaultPrevented: boolean };

/** Makes a preventable event that also carries the given fields. */
export function preventable<Fields extends object>(fields: Fields): Preventable & Fields {
  let prevented = false;
  return Object.defineProperties(
    { ...fields },
    {
      preventDefault: {
        value: () => {
          prevented = true;
        },
      },
      defaultPrevented: { get: () => prevented },
    },
  ) as Preventable & Fields;
}

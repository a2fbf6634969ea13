import type { ComponentProps } from 'react';

type SwitchProps = Omit<ComponentProps<'input'>, 'onChange'> & {
  checked: boolean;
  onChange: (checked: boolean) => void;
};

/** On or off, applied at once. */
export function Switch({ checked, onChange, ...input }: SwitchProps) {
  return (
    <input
      {...input}
      type="checkbox"
      role="switch"
      checked={checked}
      aria-checked={checked}
      className="switch"
      onChange={(event) => onChange(event.target.checked)}
    />
  );
}

import './kbd.css';

/** One key cap, for example `Ctrl` or `↵`. */
export function Kbd({ children }: { children: string }) {
  return <kbd className="kbd">{children}</kbd>;
}

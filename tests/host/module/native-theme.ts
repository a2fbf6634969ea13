import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';

type ThemeSource = Electron.NativeTheme['themeSource'];

/** The theme of the app; the "system" is dark when REPARTEE_STAND_IN_DARK=1, or as a test sets it. */
class NativeTheme
  extends EventEmitter<{ updated: [] }>
  implements Pick<Electron.NativeTheme, 'themeSource' | 'shouldUseDarkColors' | 'shouldUseHighContrastColors'>
{
  readonly shouldUseHighContrastColors = false;
  #source: ThemeSource = 'system';
  #systemIsDark = process.env.REPARTEE_STAND_IN_DARK === '1';

  get themeSource(): ThemeSource {
    return this.#source;
  }

  set themeSource(source: ThemeSource) {
    this.#source = source;
    this.emit('updated');
  }

  get shouldUseDarkColors(): boolean {
    return this.#source === 'system' ? this.#systemIsDark : this.#source === 'dark';
  }

  /** Plays a change of the desktop's own theme. */
  setSystemDark(dark: boolean): void {
    this.#systemIsDark = dark;
    this.emit('updated');
  }
}

export const nativeTheme = new NativeTheme().setMaxListeners(0);

import type * as Electron from 'electron';
import type { MenuItemRecord, MenuRecord } from './records.ts';

type Options = Omit<Electron.MenuItemConstructorOptions, 'submenu'> & { submenu?: Options[] | Menu };

export class MenuItem implements MenuItemRecord {
  readonly id: string | undefined;
  readonly role: string | undefined;
  readonly type: MenuItemRecord['type'];
  readonly submenu: Menu | null;
  label: string;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  readonly #onClick: ((item: MenuItem) => void) | undefined;

  constructor(options: Options) {
    const { submenu } = options;
    this.id = options.id;
    this.role = options.role;
    this.type = options.type ?? (submenu ? 'submenu' : 'normal');
    this.submenu = Array.isArray(submenu) ? Menu.buildFromTemplate(submenu) : (submenu ?? null);
    this.label = options.label ?? '';
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
    this.#onClick = options.click as ((item: MenuItem) => void) | undefined;
  }

  /** Does what choosing the entry does. */
  click(): void {
    if (this.type === 'checkbox') {
      this.checked = !this.checked;
    }
    this.#onClick?.(this);
  }
}

/** A menu that is never drawn: tests read its items and click them. */
export class Menu implements MenuRecord {
  static #application: Menu | null = null;
  readonly items: MenuItem[] = [];

  static buildFromTemplate(template: (Options | MenuItem)[]): Menu {
    const menu = new Menu();
    for (const entry of template) {
      menu.append(entry instanceof MenuItem ? entry : new MenuItem(entry));
    }
    return menu;
  }

  static setApplicationMenu(menu: Menu | null): void {
    Menu.#application = menu;
  }

  static getApplicationMenu(): Menu | null {
    return Menu.#application;
  }

  append(item: MenuItem): void {
    this.items.push(item);
  }

  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) {
        return found;
      }
    }
    return null;
  }

  popup(): void {}
}

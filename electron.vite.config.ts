import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const at = (path: string) => resolve(import.meta.dirname, path);

export default defineConfig({
  main: {
    build: {
      rollupOptions: { input: { index: at('src/main/index.ts') } },
    },
  },
  preload: {
    build: {
      // A sandboxed preload may only require electron, so each is one CommonJS file.
      externalizeDeps: false,
      isolatedEntries: true,
      rollupOptions: {
        input: {
          palette: at('src/preload/palette.ts'),
          settings: at('src/preload/settings.ts'),
          manager: at('src/preload/manager.ts'),
        },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('src/renderer'),
    plugins: [react()],
    build: {
      minify: true,
      rollupOptions: {
        input: {
          palette: at('src/renderer/palette/index.html'),
          settings: at('src/renderer/settings/index.html'),
          manager: at('src/renderer/manager/index.html'),
        },
      },
    },
  },
});

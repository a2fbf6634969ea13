import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const script = fileURLToPath(new URL('../../scripts/start.ts', import.meta.url));

test('without a display it says how to run the demo, and fails', () => {
  const { DISPLAY: _x11, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
  const { status, stdout } = spawnSync(process.execPath, [script], { env, encoding: 'utf8' });
  expect(stdout).toContain('npm run demo');
  expect(stdout.trim().split('\n')).toHaveLength(1);
  expect(status).toBe(1);
});

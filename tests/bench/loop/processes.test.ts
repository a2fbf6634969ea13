import { describe, expect, test } from 'vitest';
import { processRole, procNumber } from '../../../bench/loop/processes.ts';

describe('the role of a process', () => {
  test('a renderer writes its command line with blanks', () => {
    expect(processRole('/usr/lib/chromium/chromium-shell --type=renderer --no-sandbox')).toBe('renderer');
  });

  test('the first process of Chromium is the browser', () => {
    expect(processRole('/usr/lib/chromium/chromium-shell\0--no-sandbox\0')).toBe('browser');
  });

  test("the app's own process is the main one", () => {
    expect(processRole('/usr/bin/node\0/app/tests/host/launch.ts\0--lang=zh-CN\0')).toBe('main');
  });

  test('anything else goes by its program', () => {
    expect(processRole('/usr/bin/setpriv\0--pdeathsig\0KILL\0')).toBe('setpriv');
  });
});

test('numbers of /proc are read by their names', () => {
  const status =
    'Name:\tnode\nVmRSS:\t  1234 kB\nvoluntary_ctxt_switches:\t56\nnonvoluntary_ctxt_switches:\t7\n';
  expect(procNumber(status, 'voluntary_ctxt_switches')).toBe(56);
  expect(procNumber(status, 'VmRSS')).toBe(1234);
  expect(procNumber(status, 'Missing')).toBe(0);
});

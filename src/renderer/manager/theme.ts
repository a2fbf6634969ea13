import { createTheme } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { Settings } from '../../shared/settings.ts';

/**
 * The component library in the palette's look. Its CSS variables are written out in `theme.css` over the tokens of
 * `ui/tokens.css`: the content security policy forbids the style tags that it would make at run time.
 */
export const theme = createTheme({
  fontFamily: 'var(--font-ui)',
  primaryColor: 'teal',
  components: {
    Modal: { defaultProps: { lockScroll: false } },
    Drawer: { defaultProps: { lockScroll: false } },
    Tooltip: { defaultProps: { openDelay: 400 } },
  },
});

/** The colour scheme that a theme setting means on this desktop. */
export function useColorScheme(setting: Settings['theme']): 'light' | 'dark' {
  const dark = useMediaQuery('(prefers-color-scheme: dark)', false, { getInitialValueInEffect: false });
  if (setting !== 'system') return setting;
  return dark ? 'dark' : 'light';
}

import { createTheme, defaultVariantColorsResolver, type VariantColorsResolver } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { Settings } from '../../shared/settings.ts';

/** Filled controls are light in the dark theme: what is written on them is dark there. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  return input.variant === 'filled' ? { ...colors, color: 'var(--text-on-accent)' } : colors;
};

/**
 * The component library in the palette's look. Its CSS variables are written out in `theme.css` over the tokens of
 * `ui/tokens.css`: the content security policy forbids the style tags that it would make at run time.
 */
export const theme = createTheme({
  fontFamily: 'var(--font-ui)',
  primaryColor: 'teal',
  variantColorResolver,
  respectReducedMotion: true,
  components: {
    Modal: {
      defaultProps: {
        lockScroll: false,
        centered: true,
        overlayProps: { backgroundOpacity: 1 },
        transitionProps: { duration: 120 },
      },
    },
    Drawer: { defaultProps: { lockScroll: false } },
    Tooltip: { defaultProps: { openDelay: 400, transitionProps: { duration: 80 } } },
    // The first item takes the focus; the placeholder that would take it instead is no child that a menu may have.
    Menu: {
      defaultProps: {
        withInitialFocusPlaceholder: false,
        transitionProps: { duration: 80 },
        shadow: 'md',
        trapFocus: true,
      },
    },
    Popover: { defaultProps: { transitionProps: { duration: 80 }, shadow: 'md' } },
    Select: { defaultProps: { checkIconPosition: 'right' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    Checkbox: { defaultProps: { iconColor: 'var(--text-on-accent)' } },
    Radio: { defaultProps: { iconColor: 'var(--text-on-accent)' } },
  },
});

/** The colour scheme that a theme setting means on this desktop. */
export function useColorScheme(setting: Settings['theme']): 'light' | 'dark' {
  const dark = useMediaQuery('(prefers-color-scheme: dark)', false, { getInitialValueInEffect: false });
  if (setting !== 'system') return setting;
  return dark ? 'dark' : 'light';
}

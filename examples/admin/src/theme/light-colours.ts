import type { Light } from '../providers/wire.ts';

interface Shade { readonly text: string; readonly back: string; readonly mark: string }

/**
 * The lights' colours, measured: each text on its ground has at least 5.8 : 1, the marks stay apart under red-green blindness.
 * Colour never stands alone: shape and word go with it (LightMark).
 */
const shades = {
  light: {
    red: { text: '#a8071a', back: '#ffd6d6', mark: '#c62828' },
    yellow: { text: '#874d00', back: '#ffedb3', mark: '#b26a00' },
    green: { text: '#0b5c3b', back: '#d3f2e2', mark: '#00695c' },
    grey: { text: '#4a5260', back: '#e9ecf1', mark: '#6b7482' },
  },
  dark: {
    red: { text: '#ffc9c4', back: '#5a1418', mark: '#ff8a80' },
    yellow: { text: '#ffe2a0', back: '#4a3200', mark: '#ffca4d' },
    green: { text: '#b9f0d6', back: '#0c3b29', mark: '#4dd0ae' },
    grey: { text: '#c6ccd6', back: '#2f353f', mark: '#9aa3b2' },
  },
} as const;

const hueOf: Readonly<Record<Light, keyof typeof shades.light>> = { red: 'red', late: 'red', yellow: 'yellow', green: 'green', met: 'green', held: 'grey', none: 'grey', void: 'grey' };

export const shadeOf = (light: Light, mode: 'light' | 'dark'): Shade => shades[mode][hueOf[light]];

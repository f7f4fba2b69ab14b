import { Box, useTheme } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { Light } from '../providers/wire.ts';
import { shadeOf } from '../theme/light-colours.ts';

/** Each light its own outline, so that it is told apart in grey: octagon late, triangle soon, disc in time, tick done, bars on hold, dash none. */
const shapes: Readonly<Record<Light, ReactNode>> = {
  red: <><path d="M5 1h6l4 4v6l-4 4H5l-4-4V5z" fill="currentColor" /><path d="M8 4v5M8 11v1.4" stroke="var(--ground)" strokeWidth="1.8" /></>,
  yellow: <><path d="M8 1l7.3 13.5H.7z" fill="currentColor" /><path d="M8 6v4.2M8 11.6v1.4" stroke="var(--ground)" strokeWidth="1.6" /></>,
  green: <circle cx="8" cy="8" r="6" fill="currentColor" />,
  met: <path d="M2 8.5l4 4 8-9" fill="none" stroke="currentColor" strokeWidth="2.6" />,
  late: <><path d="M5 1h6l4 4v6l-4 4H5l-4-4V5z" fill="none" stroke="currentColor" strokeWidth="1.6" /><path d="M4.6 8.2l2.4 2.5 4.4-5" fill="none" stroke="currentColor" strokeWidth="1.8" /></>,
  held: <path d="M5 2v12M11 2v12" stroke="currentColor" strokeWidth="3" />,
  none: <path d="M3 8h10" stroke="currentColor" strokeWidth="2.4" />,
  void: <path d="M3 3l10 10M13 3L3 13" stroke="currentColor" strokeWidth="2" />,
};

/** A light by shape, word and colour. `word` overrides the plain word with the server's. */
export function LightMark({ light, word, quiet = false }: { readonly light: Light; readonly word?: string | undefined; readonly quiet?: boolean }) {
  const translate = useTranslate();
  const { text, back, mark } = shadeOf(light, useTheme().palette.mode);
  return (
    <Box component="span" data-light={light} sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.625, px: quiet ? 0 : 0.875, py: quiet ? 0 : '1px', borderRadius: 0.75, bgcolor: quiet ? 'transparent' : back, color: text, fontSize: '0.8125rem', fontWeight: 500, lineHeight: 1.6, whiteSpace: 'nowrap' }}>
      <Box component="svg" viewBox="0 0 16 16" aria-hidden sx={{ width: '0.8em', height: '0.8em', color: mark, '--ground': back, flexShrink: 0 }}>{shapes[light]}</Box>
      {word || translate(`bihuan.light.${light}`)}
    </Box>
  );
}

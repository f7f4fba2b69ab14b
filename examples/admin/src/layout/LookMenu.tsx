import FormatSizeIcon from '@mui/icons-material/FormatSize';
import { IconButton, ListItemText, ListSubheader, Menu, MenuItem, Tooltip, Button } from '@mui/material';
import { useState } from 'react';
import { useLocaleState, useTheme, useTranslate } from 'react-admin';
import { fontSizes, useFontSize } from '../theme/PageStyles.tsx';

/** Language at one click; size of letters and light or dark behind one button. */
export function LookMenu() {
  const translate = useTranslate();
  const [locale, setLocale] = useLocaleState();
  const [theme, setTheme] = useTheme();
  const [fontSize, setFontSize] = useFontSize();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const other = locale === 'en' ? { locale: 'zh', name: '中文', lang: 'zh-CN' } : { locale: 'en', name: 'English', lang: 'en' };
  return (
    <>
      <Button color="inherit" size="small" lang={other.lang} onClick={() => setLocale(other.locale)} sx={{ minWidth: 0, px: 1 }}>{other.name}</Button>
      <Tooltip title={`${translate('bihuan.look.fontSize')} · ${translate('bihuan.look.theme')}`}>
        <IconButton color="inherit" aria-haspopup="menu" aria-label={`${translate('bihuan.look.fontSize')} · ${translate('bihuan.look.theme')}`} onClick={(event) => setAnchor(event.currentTarget)}><FormatSizeIcon /></IconButton>
      </Tooltip>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        <ListSubheader role="presentation" sx={{ bgcolor: 'transparent', lineHeight: '2rem' }}>{translate('bihuan.look.fontSize')}</ListSubheader>
        {fontSizes.map((size) => (
          <MenuItem key={size} role="menuitemradio" aria-checked={size === fontSize} selected={size === fontSize} onClick={() => setFontSize(size)}>
            <ListItemText slotProps={{ primary: { sx: { fontSize: size } } }}>{translate(`bihuan.look.size${size}`)}</ListItemText>
          </MenuItem>
        ))}
        <ListSubheader role="presentation" sx={{ bgcolor: 'transparent', lineHeight: '2rem' }}>{translate('bihuan.look.theme')}</ListSubheader>
        {(['light', 'dark'] as const).map((mode) => (
          <MenuItem key={mode} role="menuitemradio" aria-checked={(theme ?? 'light') === mode} selected={(theme ?? 'light') === mode} onClick={() => setTheme(mode)}>{translate(`bihuan.look.${mode}`)}</MenuItem>
        ))}
      </Menu>
    </>
  );
}

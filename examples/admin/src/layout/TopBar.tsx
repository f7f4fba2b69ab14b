import MenuIcon from '@mui/icons-material/Menu';
import { AppBar, Box, IconButton, Toolbar, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useMethod } from '../methods/use-method.ts';
import { useWords } from '../i18n/use-words.ts';
import { AccountMenu } from './AccountMenu.tsx';
import { LookMenu } from './LookMenu.tsx';
import { RefreshButton } from './RefreshButton.tsx';
import { ProductMark } from './ProductMark.tsx';

/** Product and method at the left; language, look and account at the right. */
export function TopBar({ onOpenMenu }: { readonly onOpenMenu: (() => void) | undefined }) {
  const translate = useTranslate();
  const words = useWords();
  const { method } = useMethod();
  return (
    <AppBar className="no-print" position="sticky" color="default" elevation={0} sx={{ bgcolor: 'background.paper', borderBottom: 1, borderColor: 'divider', zIndex: 1100 }}>
      <Toolbar disableGutters sx={{ minHeight: '3.25rem !important', px: { xs: 1, md: 2 }, gap: 1 }}>
        {onOpenMenu && <IconButton onClick={onOpenMenu} aria-label={translate('bihuan.look.openMenu')}><MenuIcon /></IconButton>}
        <Box component={Link} to="/desk" sx={{ display: 'flex', alignItems: 'center', gap: 1, color: 'text.primary', textDecoration: 'none', minWidth: 0 }}>
          <ProductMark />
          <Typography sx={{ fontWeight: 700, fontSize: '1.0625rem', whiteSpace: 'nowrap' }}>{translate('bihuan.product')}</Typography>
          {method && <Typography noWrap sx={{ color: 'text.secondary', pl: 1.25, ml: 0.25, borderLeft: 1, borderColor: 'divider', display: { xs: 'none', sm: 'block' } }}>{words(method.label)}</Typography>}
        </Box>
        <Box sx={{ ml: 'auto', display: 'flex', alignItems: 'center', gap: 0.5 }}>
          <RefreshButton />
          <LookMenu />
          <AccountMenu />
        </Box>
      </Toolbar>
    </AppBar>
  );
}

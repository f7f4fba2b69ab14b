import ExpandMoreIcon from '@mui/icons-material/ExpandMore';
import { Box, Button, Divider, Menu, MenuItem, Typography } from '@mui/material';
import { useState } from 'react';
import { useGetIdentity, useLogout, useTranslate } from 'react-admin';
import { useWords } from '../i18n/use-words.ts';
import type { Session } from '../providers/wire.ts';

/** Who is here, by which posts, and the way out. */
export function AccountMenu() {
  const translate = useTranslate();
  const words = useWords();
  const logout = useLogout();
  const identity = useGetIdentity().data as Session | undefined;
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <Button color="inherit" aria-haspopup="menu" onClick={(event) => setAnchor(event.currentTarget)} endIcon={<ExpandMoreIcon />} sx={{ px: 1 }}>
        {identity?.fullName ?? translate('bihuan.look.account')}
      </Button>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        <Box component="li" role="presentation" sx={{ px: 2, py: 0.5, maxWidth: '20rem' }}>
          <Typography variant="caption" sx={{ color: 'text.secondary' }}>{translate('bihuan.look.posts')}</Typography>
          {identity?.posts?.map((post) => (
            <Typography key={post.id} variant="body2">{translate('bihuan.look.ofUnit', { unit: words(post.unitLabel), role: words(post.roleLabel) })}</Typography>
          ))}
        </Box>
        <Divider component="li" role="presentation" sx={{ my: 0.5 }} />
        <MenuItem onClick={() => void logout()}>{translate('bihuan.look.logout')}</MenuItem>
      </Menu>
    </>
  );
}

import { Box, ButtonBase, Paper, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useWords } from '../i18n/use-words.ts';
import type { District } from '../providers/wire.ts';

interface DemoLoginsProps {
  readonly logins: District['logins'];
  readonly busy: boolean;
  readonly onEnter: (as: { username: string; password: string }) => void;
}

/** The people of a demo: one click and you are that person. */
export function DemoLogins({ logins, busy, onEnter }: DemoLoginsProps) {
  const translate = useTranslate();
  const words = useWords();
  return (
    <Paper variant="outlined" component="section" aria-labelledby="demo-logins" sx={{ p: 2.5, mb: 2 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: 1, mb: 1.5 }}>
        <Typography variant="h2" id="demo-logins">{translate('bihuan.login.demo')}</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>{translate('bihuan.login.demoHint')}</Typography>
      </Box>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
        {logins.map(({ username, password, role, name }) => (
          <li key={username}>
            <ButtonBase disabled={busy} onClick={() => onEnter({ username, password })} sx={{ width: '100%', minHeight: 56, px: 1.5, py: 1, borderRadius: 1, border: 1, borderColor: 'divider', justifyContent: 'flex-start', textAlign: 'left', '&:hover': { bgcolor: 'action.hover', borderColor: 'primary.main' } }}>
              <Box sx={{ minWidth: 0 }}>
                <Typography noWrap sx={{ fontWeight: 600 }}>{words(role)}</Typography>
                <Typography noWrap variant="body2" sx={{ color: 'text.secondary' }}>{name} · {username}</Typography>
              </Box>
            </ButtonBase>
          </li>
        ))}
      </Box>
    </Paper>
  );
}

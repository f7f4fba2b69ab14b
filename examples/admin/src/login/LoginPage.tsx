import { Alert, Box, Button, Paper, TextField, Typography } from '@mui/material';
import { type FormEvent, useEffect, useState } from 'react';
import { HttpError, Notification, useLocaleState, useLogin, useTranslate } from 'react-admin';
import { LanguageEffect } from '../layout/LanguageEffect.tsx';
import { ProductMark } from '../layout/ProductMark.tsx';
import { PageStyles } from '../theme/PageStyles.tsx';
import { useDemo } from '../time/use-now.ts';
import { DemoLogins } from './DemoLogins.tsx';

/** Account and password; in a demo, its people as one-click entries above. */
export function LoginPage() {
  const translate = useTranslate();
  const login = useLogin();
  const demo = useDemo();
  const [locale, setLocale] = useLocaleState();
  const [account, setAccount] = useState({ username: '', password: '' });
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  useEffect(() => { document.title = `${translate('bihuan.login.title')} · ${translate('bihuan.product')}`; }, [translate]);

  const enter = async (as: { username: string; password: string }) => {
    setBusy(true);
    setProblem('');
    try {
      await login(as);
    } catch (error) {
      setProblem(error instanceof HttpError && error.message ? error.message : translate('bihuan.login.failed'));
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => { event.preventDefault(); void enter(account); };
  const isDemo = Boolean(demo?.demo && demo.logins?.length);

  return (
    <Box sx={{ minHeight: '100vh', bgcolor: 'background.default', color: 'text.primary', display: 'flex', flexDirection: 'column', alignItems: 'center', px: 2, py: { xs: 3, sm: 8 } }}>
      <PageStyles />
      <LanguageEffect />
      <Box component="main" sx={{ width: '100%', maxWidth: isDemo ? '38rem' : '24rem' }}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, mb: 3 }}>
          <ProductMark size="2.5rem" />
          <Box sx={{ minWidth: 0 }}>
            <Typography variant="h1">{translate('bihuan.product')}</Typography>
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>{translate('bihuan.tagline')}</Typography>
          </Box>
          <Button size="small" color="inherit" sx={{ ml: 'auto' }} lang={locale === 'en' ? 'zh-CN' : 'en'} onClick={() => setLocale(locale === 'en' ? 'zh' : 'en')}>{locale === 'en' ? '中文' : 'English'}</Button>
        </Box>
        {problem && <Alert severity="error" variant="outlined" sx={{ mb: 2, bgcolor: 'background.paper' }}>{problem}</Alert>}
        {isDemo && <DemoLogins logins={demo?.logins ?? []} busy={busy} onEnter={(as) => void enter(as)} />}
        <Paper variant="outlined" component="form" onSubmit={submit} aria-label={translate('bihuan.login.form')} sx={{ p: 2.5, display: 'grid', gap: 2 }}>
          <Typography variant="h2">{translate('bihuan.login.form')}</Typography>
          <TextField label={translate('bihuan.login.username')} value={account.username} required autoComplete="username" onChange={({ target }) => setAccount({ ...account, username: target.value })} />
          <TextField label={translate('bihuan.login.password')} value={account.password} required type="password" autoComplete="current-password" onChange={({ target }) => setAccount({ ...account, password: target.value })} />
          <Button type="submit" variant="contained" disabled={busy}>{translate('bihuan.login.enter')}</Button>
        </Paper>
      </Box>
      <Notification />
    </Box>
  );
}

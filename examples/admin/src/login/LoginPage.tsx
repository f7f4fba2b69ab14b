import { Alert, Box, Button, Paper, TextField, Typography } from '@mui/material';
import { type FormEvent, useEffect, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { HttpError, Notification, useLocaleState, useLogin, useResetStore, useStore, useTranslate } from 'react-admin';
import { LanguageEffect } from '../layout/LanguageEffect.tsx';
import { ProductMark } from '../layout/ProductMark.tsx';
import { PageStyles } from '../theme/PageStyles.tsx';
import { DistrictChoice } from './DistrictChoice.tsx';
import { DemoLogins } from './DemoLogins.tsx';
import { useDistricts } from './use-districts.ts';

/** The district where there are several, then account and password; in a demo, its people as one-click entries above. */
export function LoginPage() {
  const translate = useTranslate();
  const login = useLogin();
  const districts = useDistricts();
  const queries = useQueryClient();
  const reset = useResetStore();
  const [last, setLast] = useStore('district', '');
  const [locale, setLocale] = useLocaleState();
  const [account, setAccount] = useState({ username: '', password: '' });
  const [problem, setProblem] = useState('');
  const [chosen, setChosen] = useState('');
  const ready = districts?.filter(({ state }) => state === 'ready') ?? [];
  const district = ready.find(({ id }) => id === (chosen || last)) ?? ready[0];
  const logins = district?.logins ?? [];
  const [busy, setBusy] = useState(false);
  useEffect(() => { document.title = `${translate('bihuan.login.title')} · ${translate('bihuan.product')}`; }, [translate]);

  const enter = async (as: { username: string; password: string }) => {
    setBusy(true);
    setProblem('');
    try {
      // What was fetched and searched for in another district is nothing for this one.
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'districts' });
      if (last !== '' && last !== district?.id) reset();
      setLast(district?.id ?? '');
      await login({ ...as, district: district?.id ?? '' });
    } catch (error) {
      setProblem(error instanceof HttpError && error.message ? error.message : translate('bihuan.login.wrong'));
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => { event.preventDefault(); void enter(account); };

  return (
    <Box sx={{ minHeight: '100vh', bgcolor: 'background.default', color: 'text.primary', display: 'flex', flexDirection: 'column', alignItems: 'center', px: 2, py: { xs: 3, sm: 8 } }}>
      <PageStyles />
      <LanguageEffect />
      <Box component="main" sx={{ width: '100%', maxWidth: (districts?.length ?? 0) > 1 ? '46rem' : logins.length > 0 ? '38rem' : '24rem' }}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, mb: 3 }}>
          <ProductMark size="2.5rem" />
          <Box sx={{ minWidth: 0 }}>
            <Typography variant="h1">{translate('bihuan.product')}</Typography>
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>{translate('bihuan.tagline')}</Typography>
          </Box>
          <Button size="small" color="inherit" sx={{ ml: 'auto' }} lang={locale === 'en' ? 'zh-CN' : 'en'} onClick={() => setLocale(locale === 'en' ? 'zh' : 'en')}>{locale === 'en' ? '中文' : 'English'}</Button>
        </Box>
        {problem && <Alert severity="error" variant="outlined" sx={{ mb: 2, bgcolor: 'background.paper' }}>{problem}</Alert>}
        {districts && districts.length > 1 && <DistrictChoice districts={districts} chosen={district?.id ?? ''} onChoose={setChosen} />}
        {logins.length > 0 && <DemoLogins logins={logins} busy={busy} onEnter={(as) => void enter(as)} />}
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

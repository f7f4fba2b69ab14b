import { Alert, AlertTitle, Box } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { logPath } from '../cases/log-path.ts';
import { useWords } from '../i18n/use-words.ts';
import { useMethod } from '../methods/use-method.ts';
import type { BihuanProvider } from '../providers/data-provider.ts';
import type { Opening } from '../providers/wire.ts';
import { whenText } from '../time/instant-text.ts';

interface SimilarNoticeProps { readonly opening: Opening; readonly home: string; readonly fields: Readonly<Record<string, unknown>> }

/** Cases that may be the same matter as what is being typed, offered before it is sent. Asked for when typing rests; reporting never waits for it. */
export function SimilarNotice({ opening, home, fields }: SimilarNoticeProps) {
  const translate = useTranslate();
  const words = useWords();
  const provider = useDataProvider<BihuanProvider>();
  const { method } = useMethod();
  const body = JSON.stringify({ kind: opening.kind, action: opening.action, ...(opening.source.name ? { source: opening.source.name } : {}), ...(home ? { home } : {}), fields });
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(body), 500);
    return () => clearTimeout(timer);
  }, [body]);
  const { data = [] } = useQuery({
    queryKey: ['similar', asked], enabled: asked !== '' && Object.keys(fields).length > 0 && (method?.links.length ?? 0) > 0, retry: false,
    queryFn: () => provider.similar(JSON.parse(asked) as Parameters<typeof provider.similar>[0]),
  });
  if (data.length === 0) return null;
  return (
    <Alert severity="info" variant="outlined" data-similar>
      <AlertTitle sx={{ fontSize: '0.9375rem' }}>{translate('bihuan.link.similar')}</AlertTitle>
      <Box component="ul" sx={{ m: 0, pl: 2.25 }}>
        {data.map(({ id, link, label, title, stands, opened }) => (
          <li key={`${link} ${id}`}>
            <Box component={Link} to={logPath({ id, subject: false })} target="_blank" sx={{ color: 'primary.main' }}>{[id, title].filter(Boolean).join(' ')}</Box> {[words(label), words(stands), whenText(opened)].filter(Boolean).join(' · ')}
          </li>
        ))}
      </Box>
    </Alert>
  );
}

import { Box, FormControl, FormControlLabel, FormLabel, Link as PlainLink, Paper, Radio, RadioGroup, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { LightMark } from '../cases/LightMark.tsx';
import { useWords } from '../i18n/use-words.ts';
import type { District } from '../providers/wire.ts';

interface DistrictChoiceProps { readonly districts: readonly District[]; readonly chosen: string; readonly onChoose: (id: string) => void }

/** Which district to enter. One that is still being loaded says so, one that cannot be loaded says why; what it publishes is open to all. */
export function DistrictChoice({ districts, chosen, onChoose }: DistrictChoiceProps) {
  const translate = useTranslate();
  return (
    <Paper variant="outlined" sx={{ p: 2.5, mb: 2 }}>
      <FormControl fullWidth>
        <FormLabel id="districts" sx={{ color: 'text.primary', fontWeight: 600, fontSize: '1.0625rem', mb: 1, '&.Mui-focused': { color: 'text.primary' } }}>{translate('bihuan.login.district')}</FormLabel>
        <RadioGroup aria-labelledby="districts" value={chosen} onChange={(_, id) => onChoose(id)}>
          <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'minmax(0, 1fr) minmax(0, 1fr)' } }}>
            {districts.map((district) => <DistrictCard key={district.id} district={district} chosen={district.id === chosen} />)}
          </Box>
        </RadioGroup>
      </FormControl>
    </Paper>
  );
}

const lights = { loading: 'held', ready: 'met', failed: 'red' } as const;

function DistrictCard({ district: { id, label, state, why, publications }, chosen }: { readonly district: District; readonly chosen: boolean }) {
  const translate = useTranslate();
  const words = useWords();
  return (
    <Box data-district={id} data-state={state} sx={{ border: 1, borderColor: chosen ? 'primary.main' : 'divider', borderRadius: 1, px: 1.5, py: 1, minWidth: 0 }}>
      <FormControlLabel value={id} disabled={state !== 'ready'} control={<Radio size="small" sx={{ py: 0.25 }} />} sx={{ alignItems: 'flex-start', mr: 0, '& .MuiFormControlLabel-label.Mui-disabled': { color: 'text.secondary' } }} label={<Typography component="span" sx={{ fontWeight: 600 }}>{words(label)}</Typography>} />
      {state !== 'ready' && (
        <Box sx={{ pl: 3.5 }}>
          <LightMark light={lights[state]} word={translate(`bihuan.login.${state}`)} />
          {why && <Typography variant="caption" component="p" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>{words(why)}</Typography>}
        </Box>
      )}
      {publications.length > 0 && (
        <Typography variant="body2" sx={{ pl: 3.5, color: 'text.secondary' }}>
          {translate('bihuan.ledger.public')}：{publications.map(({ name, label: title }, i) => <span key={name}>{i > 0 && '、'}<PlainLink component={Link} to={`/public/${encodeURIComponent(id)}/${encodeURIComponent(name)}`}>{words(title)}</PlainLink></span>)}
        </Typography>
      )}
    </Box>
  );
}

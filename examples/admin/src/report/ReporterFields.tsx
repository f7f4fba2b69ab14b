import { Box, FormControl, FormHelperText, FormLabel, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';

export interface ReporterEntry { readonly name: string; readonly phone: string }

/** Who raised it. Personal data: asked for only where the source wants it. */
export function ReporterFields({ required, value, error, onChange }: { readonly required: boolean; readonly value: ReporterEntry; readonly error: string | undefined; readonly onChange: (value: ReporterEntry) => void }) {
  const translate = useTranslate();
  return (
    <FormControl component="fieldset" error={Boolean(error)}>
      <FormLabel component="legend" sx={{ fontSize: '0.875rem', mb: 1 }}>{translate(required ? 'bihuan.report.reporter' : 'bihuan.report.reporterOptional')}</FormLabel>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
        <TextField label={translate('bihuan.report.name')} required={required} value={value.name} autoComplete="off" name="reporter-name" error={Boolean(error)} onChange={({ target }) => onChange({ ...value, name: target.value })} />
        <TextField label={translate('bihuan.report.phone')} type="tel" value={value.phone} autoComplete="off" name="reporter-phone" onChange={({ target }) => onChange({ ...value, phone: target.value })} />
      </Box>
      {error && <FormHelperText>{error}</FormHelperText>}
    </FormControl>
  );
}

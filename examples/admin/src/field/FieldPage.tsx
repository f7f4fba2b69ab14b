import EditNoteIcon from '@mui/icons-material/EditNoteOutlined';
import { Box, Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { MyDuties } from '../duties/MyDuties.tsx';
import { PageHeader } from '../layout/PageHeader.tsx';
import { useMethod } from '../methods/use-method.ts';
import { FieldCases } from './FieldCases.tsx';

/** 现场: what somebody in the street does with one hand: report, check in, act. Every button is a thumb high. */
export default function FieldPage() {
  const translate = useTranslate();
  const { method } = useMethod();
  return (
    <Box sx={{ maxWidth: '40rem', mx: 'auto', '& .MuiButton-root': { minHeight: 52, fontSize: '1.0625rem' } }}>
      <PageHeader title={translate('bihuan.field.title')} />
      <Button component={Link} to="/report" variant="contained" fullWidth startIcon={<EditNoteIcon />} sx={{ mb: 2 }}>{translate('bihuan.field.report')}</Button>
      {method && method.norms.length > 0 && <MyDuties />}
      <FieldCases />
    </Box>
  );
}

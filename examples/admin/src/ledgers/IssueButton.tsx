import CampaignIcon from '@mui/icons-material/CampaignOutlined';
import { Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useId, useState } from 'react';
import { useDataProvider, useGetIdentity, useNotify, useTranslate } from 'react-admin';
import { RefusalAlert } from '../forms/RefusalAlert.tsx';
import { useSubmit } from '../forms/use-submit.ts';
import type { BihuanProvider } from '../providers/data-provider.ts';
import type { Session } from '../providers/wire.ts';

interface IssueButtonProps { readonly name: string; readonly label: string; readonly period: string; readonly within: string; readonly by: readonly string[] }

/** 发布清单: fixes the rows as they stand, once for each period and unit. Offered to the roles that the method names. */
export function IssueButton(props: IssueButtonProps) {
  const translate = useTranslate();
  const identity = useGetIdentity().data as Session | undefined;
  const [open, setOpen] = useState(false);
  if (!identity?.posts?.some(({ role }) => props.by.includes(role))) return null;
  return (
    <>
      <Button variant="contained" startIcon={<CampaignIcon />} onClick={() => setOpen(true)}>{translate('bihuan.ledger.issue')}</Button>
      {open && <IssueDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function IssueDialog({ name, label, period, within, onClose }: IssueButtonProps & { readonly onClose: () => void }) {
  const translate = useTranslate();
  const notify = useNotify();
  const title = useId();
  const provider = useDataProvider<BihuanProvider>();
  const { refusal, busy, submit } = useSubmit({
    form: [],
    send: (_, key) => provider.issue(name, { ...(period ? { period } : {}), ...(within ? { within } : {}) }, key),
    done: () => { notify('bihuan.ledger.issuedNow', { type: 'success', messageArgs: { label } }); onClose(); },
  });
  return (
    <Dialog open onClose={busy ? undefined : onClose} fullWidth maxWidth="xs" aria-labelledby={title}>
      <DialogTitle id={title}>{translate('bihuan.ledger.issue')}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        <Typography variant="body2">{translate('bihuan.ledger.issueWhat', { label: [label, period].filter(Boolean).join(' ') })}</Typography>
        <RefusalAlert refusal={refusal} />
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button color="inherit" onClick={onClose} disabled={busy}>{translate('bihuan.form.cancel')}</Button>
        <Button variant="contained" disabled={busy} onClick={() => void submit()}>{translate('bihuan.ledger.issue')}</Button>
      </DialogActions>
    </Dialog>
  );
}

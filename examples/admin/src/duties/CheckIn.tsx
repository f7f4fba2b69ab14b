import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useDataProvider, useTranslate } from 'react-admin';
import { ActionDialog } from '../cases/ActionDialog.tsx';
import { useWords } from '../i18n/use-words.ts';
import { Failed, Loading } from '../layout/states.tsx';
import type { BihuanProvider, LogRef } from '../providers/data-provider.ts';

/** 打卡: the form of the action that a norm counts, on the log where it belongs; or why it cannot be taken now. */
export function CheckIn({ log, action: name, onClose }: { readonly log: LogRef; readonly action: string; readonly onClose: () => void }) {
  const translate = useTranslate();
  const words = useWords();
  const provider = useDataProvider<BihuanProvider>();
  const { data, error } = useQuery({ queryKey: [log.subject ? 'subjects' : 'cases', log.id, 'explain'], queryFn: () => provider.explain(log), retry: false });
  const action = data?.actions.find((each) => each.name === name);
  if (data && action?.allowed) return <ActionDialog log={log} explanation={data} action={action} over={log.id.replace(/^unit:/, '')} onClose={onClose} />;
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-label={words(action?.label) || name}>
      {action && <DialogTitle>{words(action.label)}</DialogTitle>}
      <DialogContent>
        {error ? <Failed error={error} /> : !data ? <Loading lines={2} />
          : <Alert severity="warning" variant="outlined" data-refusal>{action ? [...new Set(action.issues.map(words))].map((sentence) => <div key={sentence}>{sentence}</div>) : translate('bihuan.case.nothing')}</Alert>}
      </DialogContent>
      <DialogActions><Button onClick={onClose}>{translate('bihuan.form.cancel')}</Button></DialogActions>
    </Dialog>
  );
}

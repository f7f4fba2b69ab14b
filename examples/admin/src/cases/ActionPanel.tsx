import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useWords } from '../i18n/use-words.ts';
import { Disclosure } from '../layout/Disclosure.tsx';
import { Panel } from '../layout/Panel.tsx';
import type { LogRef } from '../providers/data-provider.ts';
import type { ExplainedAction, Explanation } from '../providers/wire.ts';
import { ActionDialog } from './ActionDialog.tsx';
import { RefusedActions } from './RefusedActions.tsx';

/** An action of another step, kind or phase of life is not what somebody looks for here: it is listed apart. */
const isOfThisStep = ({ issues }: ExplainedAction): boolean =>
  !issues.some(({ code }) => ['action.wrong-step', 'action.wrong-kind', 'case.ended', 'case.not-ended'].includes(code));

/** 现在可以做: a button for each action that is allowed; the others with every reason why not. Both come from the engine. */
export function ActionPanel({ log, explanation, over }: { readonly log: LogRef; readonly explanation: Explanation; readonly over: string }) {
  const translate = useTranslate();
  const words = useWords();
  const [chosen, setChosen] = useState<ExplainedAction>();
  const allowed = explanation.actions.filter((action) => action.allowed);
  const others = explanation.actions.filter((action) => !action.allowed);
  const atThisStep = others.filter(isOfThisStep);
  const elsewhere = others.filter((action) => !isOfThisStep(action));
  return (
    <Panel title={translate('bihuan.case.actions')} className="no-print">
      {allowed.length === 0 && <Typography variant="body2" sx={{ color: 'text.secondary' }}>{translate('bihuan.case.nothing')}</Typography>}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {allowed.map((action, i) => (
          <Button key={action.name} data-action={action.name} variant={i === 0 ? 'contained' : 'outlined'} title={words(action.note)} onClick={() => setChosen(action)} sx={{ minHeight: 40, px: 2 }}>{words(action.label)}</Button>
        ))}
      </Box>
      {atThisStep.length > 0 && <Box sx={{ mt: allowed.length > 0 ? 1.5 : 0.5 }}><Disclosure summary={translate('bihuan.case.notNowCount', { count: atThisStep.length })}><RefusedActions actions={atThisStep} /></Disclosure></Box>}
      {elsewhere.length > 0 && <Disclosure summary={translate('bihuan.case.elsewhereCount', { count: elsewhere.length })}><RefusedActions actions={elsewhere} /></Disclosure>}
      {chosen && <ActionDialog key={chosen.name} log={log} explanation={explanation} action={chosen} over={over} onClose={() => setChosen(undefined)} />}
    </Panel>
  );
}

import { Box, Paper, Table, TableBody, TableCell, TableHead, TableRow, TextField, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { type Method, conditionText, vocabularyOf, wordsOf } from '@bihuan/core';
import { useWords } from '../i18n/use-words.ts';
import { Empty } from '../layout/states.tsx';
import { ChoiceInput } from './basic-inputs.tsx';
import type { Change } from './EditInput.tsx';
import type { Written } from './edits.ts';

type Classification = NonNullable<Method['classifications']>[string];

/** Decision tables as grids: what must hold as a sentence, the conclusion to be chosen or written. Conditions themselves are edited in the JSON. */
export function RuleTables({ method, change }: { readonly method: Written; readonly change: Change }) {
  const translate = useTranslate();
  const words = useWords();
  const tables = Object.entries(method.classifications ?? {}).filter(([, { rules }]) => rules !== undefined);
  if (tables.length === 0) return <Empty>{translate('bihuan.studio.edit.noRules')}</Empty>;
  return tables.map(([name, table]) => (
    <Paper key={name} component="section" variant="outlined" aria-label={words(wordsOf(table.label))} sx={{ mb: 2, overflow: 'hidden' }}>
      <Typography variant="h3" sx={{ px: 2, py: 1.5 }}>{words(wordsOf(table.label))}</Typography>
      <Box role="region" aria-label={translate('bihuan.ledger.scroll', { label: words(wordsOf(table.label)) })} tabIndex={0} sx={{ overflow: 'auto' }}><RuleGrid name={name} table={table} method={method} change={change} /></Box>
    </Paper>
  ));
}

function RuleGrid({ name, table, method, change }: { readonly name: string; readonly table: Classification; readonly method: Written; readonly change: Change }) {
  const translate = useTranslate();
  const words = useWords();
  const outputs = Object.entries(table.outputs ?? {});
  const answers = Object.entries(table.answers ?? {}).map(([answer, label]) => ({ name: answer, label: wordsOf(label) }));
  const order = table.order ?? Object.keys(table.rules ?? {});
  const sentence = (when: NonNullable<Classification['rules']>[string]['when']): string => {
    if (when === undefined) return translate('bihuan.studio.edit.always');
    try {
      return words(conditionText(when, vocabularyOf(method as Method)));
    } catch {
      return JSON.stringify(when);
    }
  };
  return (
    <Table size="small" sx={{ minWidth: `${14 + Math.max(1, outputs.length) * 11}rem` }}>
      <TableHead><TableRow>
        <TableCell component="th" scope="col">{translate('bihuan.studio.edit.when')}</TableCell>
        {outputs.length === 0 ? <TableCell component="th" scope="col">{translate('bihuan.studio.edit.then')}</TableCell> : outputs.map(([output, label]) => <TableCell component="th" scope="col" key={output}>{words(wordsOf(label))}</TableCell>)}
      </TableRow></TableHead>
      <TableBody>
        {order.map((rule, i) => {
          const row = table.rules?.[rule];
          if (row === undefined) return null;
          const path = ['classifications', name, 'rules', rule, 'then'];
          const label = translate('bihuan.studio.edit.conclusion', { n: i + 1 });
          return (
            <TableRow key={rule}>
              <TableCell sx={{ minWidth: '12rem' }}>{sentence(row.when)}</TableCell>
              {typeof row.then === 'string'
                ? <TableCell>{answers.length > 0 ? <ChoiceInput label={label} value={row.then} choices={answers} onChange={(next) => change(path, next)} /> : row.then}</TableCell>
                : outputs.map(([output, head]) => {
                  const text = (row.then as Record<string, string | { zh: string; en?: string }>)[output];
                  const { zh, ...rest } = typeof text === 'string' ? { zh: text } : text ?? { zh: '' };
                  return <TableCell key={output}><TextField value={zh} onChange={({ target }) => change([...path, output], { zh: target.value, ...rest })} slotProps={{ htmlInput: { 'aria-label': `${label} · ${words(wordsOf(head))}` } }} /></TableCell>;
                })}
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
}

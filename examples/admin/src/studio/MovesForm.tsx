import { Paper, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { ChoicesInput } from '../forms/ChoicesInput.tsx';
import type { Change } from './EditInput.tsx';
import { type Written, choicesOf, valueAt } from './edits.ts';

/** From which versions open cases may be moved to this one: who may, and which limits are then read anew. Whatever is not chosen stays as promised. */
export function MovesForm({ method, versions, change }: { readonly method: Written; readonly versions: readonly string[]; readonly change: Change }) {
  const translate = useTranslate();
  const older = versions.filter((version) => version !== method.version);
  return older.toReversed().map((version) => {
    const move = method.moves?.[version];
    const clocks = (move?.clocks ?? {}) as Readonly<Record<string, unknown>>;
    const anew = Object.keys(clocks).filter((name) => valueAt(clocks, [name, 'anew']) === true);
    const setRoles = (by: readonly string[]) => change(['moves', version], by.length === 0 ? undefined : { ...move, by });
    const setAnew = (names: readonly string[]) => {
      const others = Object.fromEntries(Object.entries(clocks).filter(([name]) => !anew.includes(name)));
      const next = { ...others, ...Object.fromEntries(names.map((name) => [name, { anew: true }])) };
      change(['moves', version, 'clocks'], Object.keys(next).length === 0 ? undefined : next);
    };
    return (
      <Paper key={version} component="section" variant="outlined" aria-label={version} sx={{ p: 2, mb: 1.5, display: 'grid', gap: 1.5 }}>
        <Typography variant="h3">{translate('bihuan.studio.edit.fromVersion', { version })}</Typography>
        <ChoicesInput label={translate('bihuan.studio.edit.moveBy')} options={[...choicesOf(method.roles)]} value={move?.by ?? []} onChange={setRoles} />
        {move && <ChoicesInput label={translate('bihuan.studio.edit.anew')} options={[...choicesOf(method.clocks)]} value={anew} onChange={setAnew} />}
      </Paper>
    );
  });
}

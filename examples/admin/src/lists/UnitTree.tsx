import ChevronRightIcon from '@mui/icons-material/ChevronRight';
import ExpandMoreIcon from '@mui/icons-material/ExpandMore';
import { Box, IconButton, ListItemButton, Typography } from '@mui/material';
import { useState } from 'react';
import { useListContext, useTranslate } from 'react-admin';
import { inTreeOrder, useUnits } from '../forms/use-units.ts';
import { useWords } from '../i18n/use-words.ts';
import type { Unit } from '../providers/wire.ts';

/** The tree of units beside the list: a unit chosen shows what belongs to it and to all below it. */
export function UnitTree() {
  const translate = useTranslate();
  const { units } = useUnits();
  const { filterValues, setFilters } = useListContext();
  const { within, ...others } = filterValues as { within?: string };
  const rows = inTreeOrder(units);
  const choose = (unit: string | undefined) => setFilters({ ...others, ...(unit && unit !== within ? { within: unit } : {}) }, {}, false);
  if (rows.length < 2) return null;
  return (
    <Box component="nav" aria-label={translate('bihuan.list.tree')} className="no-print" sx={{ borderRight: 1, borderColor: 'divider', py: 1, px: 0.5, maxHeight: 'calc(100vh - 9rem)', overflowY: 'auto' }}>
      <Row depth={0} label={translate('bihuan.list.everywhere')} chosen={!within} onChoose={() => choose(undefined)} />
      {rows.filter(({ depth }) => depth === 0).map(({ unit }) => <Branch key={unit.id} unit={unit} units={units} depth={0} within={within} onChoose={choose} />)}
    </Box>
  );
}

interface BranchProps { readonly unit: Unit; readonly units: readonly Unit[]; readonly depth: number; readonly within: string | undefined; readonly onChoose: (unit: string) => void }

function Branch({ unit, units, depth, within, onChoose }: BranchProps) {
  const words = useWords();
  const translate = useTranslate();
  const below = units.filter(({ parent }) => parent === unit.id);
  const alone = units.filter(({ parent }) => parent === unit.parent).length === 1;
  const [open, setOpen] = useState(depth === 0 || alone); // the line down to where it first branches is open
  const label = words(unit.label);
  return (
    <>
      <Row
        depth={depth} label={label} chosen={within === unit.id} onChoose={() => onChoose(unit.id)}
        toggle={below.length > 0 ? <IconButton size="small" aria-expanded={open} aria-label={translate('bihuan.list.below', { label })} onClick={() => setOpen(!open)} sx={{ p: 0.25 }}>{open ? <ExpandMoreIcon fontSize="small" /> : <ChevronRightIcon fontSize="small" />}</IconButton> : undefined}
      />
      {open && below.map((child) => <Branch key={child.id} unit={child} units={units} depth={depth + 1} within={within} onChoose={onChoose} />)}
    </>
  );
}

function Row({ depth, label, chosen, onChoose, toggle }: { readonly depth: number; readonly label: string; readonly chosen: boolean; readonly onChoose: () => void; readonly toggle?: React.ReactNode }) {
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', pl: depth * 1.5 }}>
      <Box sx={{ width: '1.75rem', flexShrink: 0 }}>{toggle}</Box>
      <ListItemButton dense selected={chosen} {...(chosen ? { 'aria-current': true } : {})} onClick={onChoose} sx={{ borderRadius: 1, px: 1, py: 0.25, minWidth: 0 }}>
        <Typography variant="body2" noWrap title={label} sx={chosen ? { color: 'primary.main', fontWeight: 600 } : {}}>{label}</Typography>
      </ListItemButton>
    </Box>
  );
}

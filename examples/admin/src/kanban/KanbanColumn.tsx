import { useDroppable } from '@dnd-kit/core';
import { Box, Typography } from '@mui/material';
import { type ReactNode, useId } from 'react';
import { useTranslate } from 'react-admin';
import { useWords } from '../i18n/use-words.ts';
import type { Target } from './targets.ts';

interface ColumnProps {
  readonly name: string;
  readonly label: string;
  readonly count: number | undefined;
  /** Of the case that is being moved; undefined while none is, or what it may do is not known yet. */
  readonly target: Target | 'none' | 'home' | undefined;
  readonly children?: ReactNode;
}

/** A step. While a case is moved, a column that it cannot go to is dimmed and says why. */
export function KanbanColumn({ name, label, count, target, children }: ColumnProps) {
  const translate = useTranslate();
  const words = useWords();
  const title = useId();
  const { setNodeRef, isOver } = useDroppable({ id: name });
  const open = typeof target === 'object' && target.actions.length > 0;
  const shut = target === 'none' || (typeof target === 'object' && !open);
  const says = open ? target.actions.map(({ label: action }) => words(action)).join('、') : target === 'none' ? translate('bihuan.kanban.noWay') : typeof target === 'object' ? target.reasons.map(words).join('；') : '';
  return (
    <Box component="section" ref={setNodeRef} aria-labelledby={title} data-column={name} data-open={target === undefined || target === 'home' ? undefined : open} sx={{ width: '15rem', flexShrink: 0, display: 'flex', flexDirection: 'column', borderRadius: 1, border: 2, borderStyle: shut ? 'dashed' : 'solid', borderColor: open ? 'primary.main' : 'divider', bgcolor: isOver && open ? 'action.selected' : 'background.default' }}>
      <Box sx={{ px: 1, py: 0.75, display: 'flex', gap: 1, alignItems: 'baseline' }}>
        <Typography id={title} variant="h2" sx={{ fontSize: '0.9375rem' }}>{label}</Typography>
        <Typography variant="body2" component="span" sx={{ color: 'text.secondary' }}>{count}</Typography>
      </Box>
      {says && <Typography variant="caption" component="p" sx={{ px: 1, pb: 0.5, color: open ? 'primary.main' : 'text.secondary', fontWeight: open ? 600 : 400 }}>{open ? translate('bihuan.kanban.dropTo', { actions: says }) : says}</Typography>}
      <Box sx={{ opacity: shut ? 0.5 : 1, minHeight: '6rem', p: 0.75, pt: 0, overflowY: 'auto', maxHeight: 'calc(100vh - 16rem)' }}>{children}</Box>
    </Box>
  );
}

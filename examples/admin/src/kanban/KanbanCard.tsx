import DragIcon from '@mui/icons-material/DragIndicator';
import { useDraggable } from '@dnd-kit/core';
import { Box, IconButton, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { DueCell } from '../cases/DueCell.tsx';
import { LightMark } from '../cases/LightMark.tsx';
import { useWords } from '../i18n/use-words.ts';
import type { CaseLine, Method } from '../providers/wire.ts';

interface CardProps { readonly row: CaseLine; readonly method: Method }

/** A case on the board. The mouse takes it anywhere, the keyboard by its handle. */
export function KanbanCard({ row, method }: CardProps) {
  const translate = useTranslate();
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, isDragging } = useDraggable({ id: row.id, data: { column: row.step, row } });
  return (
    <Box component="li" ref={setNodeRef} {...listeners} data-card={row.id} sx={{ display: 'flex', border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper', p: 0.75, cursor: 'grab', touchAction: 'manipulation', opacity: isDragging ? 0.45 : 1 }}>
      <CardFace row={row} method={method} linked />
      <IconButton ref={setActivatorNodeRef} {...attributes} size="small" aria-label={translate('bihuan.kanban.move', { id: row.id })} sx={{ alignSelf: 'flex-start', p: 0.25, cursor: 'grab' }}><DragIcon fontSize="small" /></IconButton>
    </Box>
  );
}

/** The card as it hangs at the pointer. */
export const CardOverlay = ({ row, method }: CardProps) => <Box sx={{ border: 1, borderColor: 'primary.main', borderRadius: 1, bgcolor: 'background.paper', p: 0.75, boxShadow: 3, cursor: 'grabbing' }}><CardFace row={row} method={method} /></Box>;

function CardFace({ row, method, linked = false }: CardProps & { readonly linked?: boolean }) {
  const words = useWords();
  const title = words(row.cells[method.list.columns[0]?.name ?? '']) || row.id;
  return (
    <Box sx={{ flex: 1, minWidth: 0 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 0.75 }}>
        <Typography variant="caption" sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>{row.id}</Typography>
        <LightMark light={row.light} word={words(row.labels.light)} />
      </Box>
      <Typography variant="body2" sx={{ display: '-webkit-box', WebkitLineClamp: 2, WebkitBoxOrient: 'vertical', overflow: 'hidden' }}>
        {linked ? <Box component={Link} to={`/cases/${encodeURIComponent(row.id)}/show`} draggable={false} sx={{ color: 'text.primary' }}>{title}</Box> : title}
      </Typography>
      <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>{words(row.labels.home)}</Typography>
      <DueCell row={row} />
    </Box>
  );
}

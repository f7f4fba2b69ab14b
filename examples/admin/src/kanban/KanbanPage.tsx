import { DndContext, type DragEndEvent, DragOverlay, type DragStartEvent, KeyboardSensor, MouseSensor, TouchSensor, pointerWithin, rectIntersection, useSensor, useSensors } from '@dnd-kit/core';
import ListIcon from '@mui/icons-material/ViewListOutlined';
import { Box, Button, Tab, Tabs, Typography } from '@mui/material';
import { useQueries } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useDataProvider, useNotify, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useWords } from '../i18n/use-words.ts';
import { PageHeader } from '../layout/PageHeader.tsx';
import { Failed, Loading } from '../layout/states.tsx';
import { useMethod } from '../methods/use-method.ts';
import type { BihuanProvider } from '../providers/data-provider.ts';
import type { CaseLine, Explanation, Method } from '../providers/wire.ts';
import { CardOverlay, KanbanCard } from './KanbanCard.tsx';
import { KanbanColumn } from './KanbanColumn.tsx';
import { type Move, MoveDialog } from './MoveDialog.tsx';
import { columnKeys } from './column-keys.ts';
import { endColumn, targetsOf } from './targets.ts';
import { useAnnouncements } from './use-announcements.ts';

/** 看板: the open cases of a kind by step. Moving one opens the form of an action that leads there; the server decides. */
export default function KanbanPage() {
  const translate = useTranslate();
  const words = useWords();
  const { method, error, retry } = useMethod();
  const [chosen, setChosen] = useState<string>();
  const title = translate('bihuan.kanban.title');
  if (error) return <><PageHeader title={title} /><Failed error={error} onRetry={retry} /></>;
  if (!method) return <><PageHeader title={title} /><Loading lines={8} /></>;
  const kind = method.kinds.find(({ name }) => name === chosen) ?? method.kinds[0]!;
  return (
    <>
      <PageHeader title={title} actions={<Button component={Link} to="/cases" color="inherit" startIcon={<ListIcon />}>{translate('bihuan.kanban.list')}</Button>} />
      {method.kinds.length > 1 && (
        <Tabs value={kind.name} onChange={(_, name: string) => setChosen(name)} variant="scrollable" aria-label={translate('bihuan.case.kind')} sx={{ mb: 1.5 }}>
          {method.kinds.map(({ name, label }) => <Tab key={name} value={name} label={words(label)} />)}
        </Tabs>
      )}
      <Board key={kind.name} method={method} kind={kind} />
    </>
  );
}

const perColumn = 50;

function Board({ method, kind }: { readonly method: Method; readonly kind: Method['kinds'][number] }) {
  const translate = useTranslate();
  const words = useWords();
  const notify = useNotify();
  const provider = useDataProvider<BihuanProvider>();
  const [held, setHeld] = useState<CaseLine>();
  const [explanation, setExplanation] = useState<Explanation>();
  const [move, setMove] = useState<Move>();
  const asked = useRef<Promise<Explanation>>(undefined);
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }), useSensor(TouchSensor, { activationConstraint: { delay: 250, tolerance: 8 } }), useSensor(KeyboardSensor, { coordinateGetter: columnKeys }),
  );
  const lists = useQueries({
    queries: kind.line.map((step) => ({
      queryKey: ['cases', 'kanban', kind.name, step],
      queryFn: () => provider.getList<CaseLine>('cases', { filter: { view: 'open', kind: kind.name, step }, sort: { field: 'due', order: 'ASC' }, pagination: { page: 1, perPage: perColumn } }),
    })),
  });
  const labelOf = (column: string): string => (column === endColumn ? translate('bihuan.kanban.ended') : words(method.steps.find(({ name }) => name === column)?.label));
  const accessibility = useAnnouncements(labelOf);
  const flow = method.flow[kind.name]!;
  const targets = explanation && explanation.id === held?.id ? targetsOf(explanation, flow) : undefined;
  const targetOf = (column: string) => (!targets || !held ? undefined : column === held.step ? 'home' as const : targets.get(column) ?? 'none' as const);

  const start = ({ active }: DragStartEvent) => {
    setHeld(active.data.current?.['row'] as CaseLine);
    setExplanation(undefined);
    const answer = provider.explain({ id: String(active.id), subject: false });
    asked.current = answer;
    answer.then(setExplanation).catch((error: Error) => notify(error.message, { type: 'error' }));
  };
  const end = async ({ active, over }: DragEndEvent) => {
    const row = active.data.current?.['row'] as CaseLine;
    const column = over === null ? undefined : String(over.id);
    const known = await asked.current?.catch(() => undefined);
    setHeld(undefined);
    if (column === undefined || column === row.step || !known) return;
    const target = targetsOf(known, flow).get(column);
    if (target && target.actions.length > 0) setMove({ row, explanation: known, actions: target.actions, to: labelOf(column) });
    else notify(target?.reasons.map(words).join('；') || translate('bihuan.kanban.noWay'), { type: 'warning' });
  };
  const error = lists.find((list) => list.error)?.error;
  if (error) return <Failed error={error} onRetry={() => { for (const list of lists) void list.refetch(); }} />;
  return (
    <DndContext sensors={sensors} collisionDetection={(args) => { const within = pointerWithin(args); return within.length > 0 ? within : rectIntersection(args); }} accessibility={accessibility} onDragStart={start} onDragEnd={(event) => void end(event)} onDragCancel={() => setHeld(undefined)}>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>{translate('bihuan.kanban.hint')}</Typography>
      <Box role="region" tabIndex={0} aria-label={translate('bihuan.ledger.scroll', { label: words(kind.label) })} sx={{ display: 'flex', gap: 1, overflowX: 'auto', alignItems: 'flex-start', pb: 1 }}>
        {kind.line.map((step, i) => {
          const list = lists[i]!.data;
          return (
            <KanbanColumn key={step} name={step} label={labelOf(step)} count={list?.total} target={targetOf(step)}>
              {!list ? <Loading lines={2} /> : <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 0.75 }}>{list.data.map((row) => <KanbanCard key={row.id} row={row} method={method} />)}</Box>}
              {list && (list.total ?? 0) > perColumn && <Typography variant="caption" component="p" sx={{ color: 'text.secondary', pt: 0.5 }}>{translate('bihuan.kanban.more', { count: (list.total ?? 0) - perColumn })}</Typography>}
            </KanbanColumn>
          );
        })}
        <KanbanColumn name={endColumn} label={labelOf(endColumn)} count={undefined} target={targetOf(endColumn)} />
      </Box>
      <DragOverlay dropAnimation={null}>{held && <CardOverlay row={held} method={method} />}</DragOverlay>
      {move && <MoveDialog move={move} onClose={() => setMove(undefined)} />}
    </DndContext>
  );
}

import type { KeyboardCoordinateGetter } from '@dnd-kit/core';

/** By keyboard a card goes from column to column, not by pixels. */
export const columnKeys: KeyboardCoordinateGetter = (event, { context: { droppableRects, droppableContainers, over, active } }) => {
  const way = event.code === 'ArrowRight' ? 1 : event.code === 'ArrowLeft' ? -1 : 0;
  if (way === 0) return undefined;
  event.preventDefault();
  const columns = droppableContainers.getEnabled().flatMap(({ id }) => { const rect = droppableRects.get(id); return rect ? [{ id, rect }] : []; }).sort((a, b) => a.rect.left - b.rect.left);
  const home = active?.data.current?.['column'] as string | undefined;
  const here = columns.findIndex(({ id }) => id === (over?.id ?? home));
  const next = columns[Math.min(columns.length - 1, Math.max(0, here + way))];
  return next ? { x: next.rect.left + 8, y: next.rect.top + 8 } : undefined;
};

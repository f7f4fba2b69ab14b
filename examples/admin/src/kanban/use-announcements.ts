import type { Announcements, ScreenReaderInstructions } from '@dnd-kit/core';
import { useTranslate } from 'react-admin';

/** What a screen reader says while a card is moved. */
export function useAnnouncements(labelOf: (column: string) => string): { readonly announcements: Announcements; readonly screenReaderInstructions: ScreenReaderInstructions; readonly container: Element } {
  const translate = useTranslate();
  return {
    container: document.body,
    screenReaderInstructions: { draggable: translate('bihuan.kanban.keys') },
    announcements: {
      onDragStart: ({ active }) => translate('bihuan.kanban.picked', { id: String(active.id) }),
      onDragOver: ({ active, over }) => (over ? translate('bihuan.kanban.over', { id: String(active.id), to: labelOf(String(over.id)) }) : translate('bihuan.kanban.nowhere', { id: String(active.id) })),
      onDragEnd: ({ active, over }) => (over ? translate('bihuan.kanban.dropped', { id: String(active.id), to: labelOf(String(over.id)) }) : translate('bihuan.kanban.cancelled', { id: String(active.id) })),
      onDragCancel: ({ active }) => translate('bihuan.kanban.cancelled', { id: String(active.id) }),
    },
  };
}

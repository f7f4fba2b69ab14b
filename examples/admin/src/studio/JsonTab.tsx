import { type CompletionContext, autocompletion } from '@codemirror/autocomplete';
import { json } from '@codemirror/lang-json';
import { type Diagnostic, lintGutter, linter } from '@codemirror/lint';
import { EditorView } from '@codemirror/view';
import { Paper } from '@mui/material';
import { useTheme } from '@mui/material/styles';
import CodeMirror from '@uiw/react-codemirror';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslate } from 'react-admin';
import { type Finding, findingText, spanOf } from '@bihuan/core';
import { useWords } from '../i18n/use-words.ts';
import { completionsAt } from './completions.ts';
import type { Written } from './edits.ts';
import { cursorIn } from './json-cursor.ts';
import { mended } from './mend.ts';

interface JsonTabProps {
  readonly text: string;
  readonly value: Written | undefined;
  readonly findings: readonly Finding[];
  /** The finding to go to. */
  readonly shown: Finding | undefined;
  readonly onChange: (text: string) => void;
}

/** The file itself: findings at their place with their mends, and what can be written at the cursor. */
export default function JsonTab({ text, value, findings, shown, onChange }: JsonTabProps) {
  const translate = useTranslate();
  const words = useWords();
  const { palette } = useTheme();
  const view = useRef<EditorView>(undefined);
  useEffect(() => { if (value && view.current) lastRead.set(view.current, value); }, [value]);
  const label = translate('bihuan.studio.json');
  const extensions = useMemo(() => [
    json(), EditorView.lineWrapping, EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }), lintGutter(),
    autocompletion({ override: [offered] }),
  ], [label]);
  const marks = useMemo(() => linter((editor) => findings.flatMap((found) => diagnosticsOf(found, editor.state.doc.toString(), words(findingText(found)), words(found.mend), translate('bihuan.studio.mend', { word: found.instead ?? '' }))), { delay: 100 }), [findings, words, translate]);
  useEffect(() => {
    const editor = view.current;
    const at = shown && editor && placeIn(editor.state.doc.toString(), shown);
    if (!at) return;
    editor.dispatch({ selection: { anchor: at.from, head: at.to }, effects: EditorView.scrollIntoView(at.from, { y: 'center' }) });
    editor.focus();
  }, [shown]);
  return (
    <Paper variant="outlined" sx={{ overflow: 'hidden', '& .cm-editor': { fontSize: '0.875rem' }, '& .cm-editor.cm-focused': { outline: 'none' }, '& .cm-editor, & .cm-gutters': { bgcolor: 'background.paper' }, '& .cm-gutters, & .cm-gutterElement': { color: 'text.secondary' } }}>
      <CodeMirror value={text} height="calc(100vh - 19rem)" minHeight="24rem" theme={palette.mode} indentWithTab={false} extensions={[...extensions, marks]} onChange={onChange} onCreateEditor={(editor) => { view.current = editor; if (value) lastRead.set(editor, value); }} />
    </Paper>
  );
}

/** Where a finding is shown: at its value; at what encloses it, where the value is missing. */
function placeIn(text: string, { path, params, code }: Finding): { readonly from: number; readonly to: number } {
  if (code === 'json.unreadable' || code === 'json.duplicate-key') {
    const { line: row = 1, column = 1 } = params;
    const from = text.split('\n').slice(0, row - 1).reduce((sum, line) => sum + line.length + 1, 0) + column - 1;
    return { from: Math.min(from, text.length), to: Math.min(from + 1, text.length) };
  }
  for (let depth = path.length; depth > 0; depth--) {
    const span = spanOf(text, path.slice(0, depth));
    if (span) return { from: span.from, to: depth === path.length ? Math.min(span.to, span.from + 200) : span.from + 1 };
  }
  return { from: 0, to: Math.min(1, text.length) };
}

function diagnosticsOf(found: Finding, text: string, says: string, mend: string, button: string): Diagnostic[] {
  if (found.file !== undefined) return [];
  const next = mended(text, found);
  return [{
    ...placeIn(text, found), severity: found.severity === 'error' ? 'error' : 'warning', message: [says, mend].filter(Boolean).join(' '),
    ...(next === undefined ? {} : { actions: [{ name: button, apply: (editor: EditorView) => {
      const now = editor.state.doc.toString();
      editor.dispatch({ changes: { from: 0, to: now.length, insert: mended(now, found) ?? now } });
    } }] }),
  }];
}

/** What the file of an editor was when it could last be read: names for completion. */
const lastRead = new WeakMap<EditorView, Written>();

function offered(context: CompletionContext) {
  const cursor = cursorIn(context.state.doc.toString(), context.pos);
  const typed = context.state.sliceDoc(cursor.from, context.pos);
  if (!context.explicit && !typed.startsWith('"')) return null;
  const after = context.state.sliceDoc(context.pos, context.pos + 1) === '"' ? context.pos + 1 : context.pos;
  return {
    from: cursor.from,
    options: completionsAt(cursor, (context.view && lastRead.get(context.view)) ?? {}).map(({ word, says }) => ({
      label: `"${word}"`, ...(says === undefined ? {} : { detail: says }),
      apply: (editor: EditorView, _: unknown, from: number) => {
        const insert = cursor.types === 'key' && !/^\s*:/.test(editor.state.sliceDoc(after, after + 20)) ? `"${word}": ` : `"${word}"`;
        editor.dispatch({ changes: { from, to: after, insert }, selection: { anchor: from + insert.length } });
      },
    })),
  };
}

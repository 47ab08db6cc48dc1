/// The editor: CodeMirror with YAML, in Dutch and in our colours. What is wrong comes from the program, what may be written from the
/// schema.

import { minimalSetup } from 'codemirror';
import { autocompletion, completionKeymap } from '@codemirror/autocomplete';
import { redo, undo } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { HighlightStyle, bracketMatching, foldKeymap, indentOnInput, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorState } from '@codemirror/state';
import { EditorView, highlightActiveLine, highlightActiveLineGutter, hoverTooltip, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { el } from './dom.js';
import { unit } from './diagnostics.js';
import { complete, describe } from './schema.js';

const phrases = {
  'Find': 'Zoek', 'Replace': 'Vervang door', 'next': 'volgende', 'previous': 'vorige', 'all': 'alle', 'match case': 'hoofdletters',
  'by word': 'hele woorden', 'regexp': 'patroon', 'replace': 'vervang', 'replace all': 'vervang alle', 'close': 'sluit',
  'current match': 'dit gevonden stuk', 'on line': 'op regel', 'replaced $ matches': '$ keer vervangen', 'Go to line': 'Ga naar regel',
  'go': 'ga', 'Diagnostics': 'Meldingen', 'No diagnostics': 'Geen meldingen', 'Completions': 'Wat hier kan staan', 'Fold line': 'Vouw op',
  'Unfold line': 'Vouw uit', 'folded code': 'opgevouwen', 'unfold': 'vouw uit', 'to': 'tot', 'Folded lines': 'Opgevouwen regels',
  'Unfolded lines': 'Uitgevouwen regels', 'replaced match on line $': 'vervangen op regel $', 'Selection deleted': 'Selectie verwijderd',
};

const colours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--accent)', fontWeight: '600' },
  { tag: [tags.comment, tags.lineComment], color: 'var(--zacht)', fontStyle: 'italic' },
  { tag: [tags.punctuation, tags.separator, tags.meta], color: 'var(--accent2)' },
]);

const look = EditorView.theme({
  '&': { color: 'var(--tekst)', backgroundColor: 'var(--wit)', border: '1px solid var(--rand)', borderRadius: '.4rem', maxHeight: '70vh' },
  '&.cm-focused': { outline: '3px solid var(--accent)', outlineOffset: '2px' },
  '.cm-scroller': { fontFamily: 'ui-monospace, "Liberation Mono", Consolas, monospace', fontSize: '.95rem', lineHeight: '1.5' },
  '.cm-content': { caretColor: 'var(--tekst)' },
  '.cm-cursor': { borderLeftColor: 'var(--tekst)', borderLeftWidth: '2px' },
  '.cm-gutters': { backgroundColor: 'var(--vlak)', color: 'var(--zacht)', borderRight: '1px solid var(--lijn)' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--actief)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': { backgroundColor: 'var(--keuze)' },
  '.cm-panels, .cm-tooltip': { backgroundColor: 'var(--vlak)', color: 'var(--tekst)', borderColor: 'var(--rand)' },
  '.cm-tooltip': { border: '1px solid var(--rand)', maxWidth: 'min(30rem, 90vw)', padding: '.2rem' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': { backgroundColor: 'var(--accent)', color: 'var(--op)' },
  '.cm-searchMatch': { backgroundColor: 'var(--merk)', color: 'var(--merkt)' },
  '.cm-panel.cm-search input, .cm-panel.cm-search button, .cm-panel.cm-search label': { fontSize: '1rem', minHeight: '1.75rem' },
  '.cm-textfield, .cm-button': { backgroundColor: 'var(--wit)', backgroundImage: 'none', color: 'var(--tekst)',
    borderColor: 'var(--rand)' },
  '.cm-foldPlaceholder': { backgroundColor: 'var(--vlak)', color: 'var(--tekst)', borderColor: 'var(--rand)' },
  // The waves of CodeMirror are pictures in a background, which hide what the contrast is.
  '.cm-lintRange': { backgroundImage: 'none !important', textDecoration: 'underline wavy var(--letrand)', textUnderlineOffset: '.2em' },
  '.cm-lintRange-error': { textDecorationColor: 'var(--fout)' },
  '.cm-diagnostic': { borderLeftWidth: '5px' },
});

/// A key is looked for upwards from its line.
const linesOf = doc => doc.toString().split('\n');

function completions(context) {
  const line = context.state.doc.lineAt(context.pos);
  const column = context.pos - line.from;
  if (!context.explicit && !/[\w-]$/.test(line.text.slice(0, column))) return null;
  const found = complete(linesOf(context.state.doc), line.number - 1, column);
  return found && { from: line.from + found.from, options: found.options, validFor: /^[\w-]*$/ };
}

const hover = hoverTooltip((view, pos) => {
  const line = view.state.doc.lineAt(pos);
  const found = describe(linesOf(view.state.doc), line.number - 1, pos - line.from);
  const at = found ? line.text.indexOf(found.key) : -1;
  if (at < 0 || pos < line.from + at || pos > line.from + at + found.key.length) return null;
  return { pos: line.from + at, end: line.from + at + found.key.length, create: () => ({ dom: el('div', { className: 'uitleg' },
    el('strong', {}, found.key), `: ${found.text}`, found.values ? el('div', {}, `Mogelijk: ${found.values.join(', ')}.`) : null) }) };
});

/// An editor in `parent`; `changed(text)` is called for what the person writes.
export function makeEditor(parent, label, changed) {
  const extensions = [
    // No gutter to fold with: its signs are too small to hit. The keys for folding work.
    minimalSetup, lineNumbers(), highlightActiveLine(), highlightActiveLineGutter(), bracketMatching(), indentOnInput(),
    indentUnit.of('  '), highlightSelectionMatches(), search({ top: true }),
    keymap.of([...completionKeymap, ...searchKeymap, ...foldKeymap, ...lintKeymap]),
    yaml(), lintGutter(), look, syntaxHighlighting(colours), hover, autocompletion({ override: [completions] }),
    EditorState.phrases.of(phrases), EditorView.lineWrapping,
    EditorView.contentAttributes.of({ 'aria-label': label, 'aria-describedby': 'hulp-editor', spellcheck: 'false', lang: 'nl',
      tabindex: '0' }),
    EditorView.updateListener.of(u => {
      if (u.docChanged) changed(u.state.doc.toString());
    }),
  ];
  const view = new EditorView({ parent, state: EditorState.create({ extensions }) });

  const offset = (line, column) => {
    const l = view.state.doc.line(Math.min(Math.max(line, 1), view.state.doc.lines));
    return l.from + unit(l.text, column);
  };
  return {
    /// A text of a file: nothing of the one before can be undone into it.
    load(text) { view.setState(EditorState.create({ doc: text, extensions })); },
    /// A change by the page that the person can undo.
    replace(text) {
      const old = view.state.doc.toString();
      let from = 0, end = 0;
      while (from < old.length && from < text.length && old[from] === text[from]) from++;
      while (end < old.length - from && end < text.length - from && old[old.length - 1 - end] === text[text.length - 1 - end]) end++;
      view.dispatch({ changes: { from, to: old.length - end, insert: text.slice(from, text.length - end) } });
    },
    show(diagnostics) {
      const list = diagnostics.filter(d => d.line).slice(0, 500).map(d => {
        const from = offset(d.line, d.column), to = Math.max(from, offset(d.end_line, d.end_column));
        return { from, to, severity: d.severity === 'note' ? 'info' : d.severity, message: [d.message, ...d.hints].join('\n') };
      });
      view.dispatch(setDiagnostics(view.state, list));
    },
    jump(d) {
      const from = offset(d.line, d.column);
      view.dispatch({ selection: { anchor: from, head: Math.max(from, offset(d.end_line ?? d.line, d.end_column ?? d.column)) },
        effects: EditorView.scrollIntoView(from, { y: 'center' }) });
      view.focus();
    },
    undo: () => undo(view),
    redo: () => redo(view),
    focus: () => view.focus(),
  };
}

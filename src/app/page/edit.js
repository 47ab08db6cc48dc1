/// Bewerken: the text and the form are two ways to the same text; the program looks at it while the person writes.

import { $, download, say } from './dom.js';
import { shown, summary } from './diagnostics.js';
import { makeEditor } from './editor.js';
import { prepareFields } from './fields.js';
import { ask } from './program.js';
import { run } from './run.js';
import { useSchema } from './schema.js';
import { check, events, tell, work } from './work.js';

let editor, timer;

function wrote(text) {
  work.text = text;
  tell('text');
  clearTimeout(timer);
  timer = setTimeout(() => check().catch(e => say(`De controle lukte niet: ${e.message}`)), 350);
}

export function jump(d) {
  location.hash = '#bewerken';
  // After the section is shown: what is hidden cannot have focus.
  requestAnimationFrame(() => requestAnimationFrame(() => editor.jump(d)));
}

function showContents() {
  editor.show(work.diagnostics);
  $('tel-editor').textContent = `Het programma meldt: ${summary(work.diagnostics)}.`;
  $('fouten-editor').replaceChildren(shown(work.diagnostics, { text: work.text, jump }));
}

export async function prepareEdit() {
  editor = makeEditor($('editor'), 'De tekst van het dossier', wrote);
  events.addEventListener('opened', () => editor.load(work.text));
  events.addEventListener('contents', showContents);
  prepareFields(change => {
    const text = change(work.text);
    if (text !== work.text) editor.replace(text);
  });
  $('ongedaan').onclick = () => { if (!editor.undo()) say('Er is niets om ongedaan te maken.'); };
  $('opnieuw').onclick = () => { if (!editor.redo()) say('Er is niets om opnieuw te doen.'); };
  $('bewaar').onclick = () => {
    download(new Blob([work.text], { type: 'application/yaml' }), 'dossier.yaml');
    work.saved = work.text;
    tell('saved');
    say('Het dossier is gedownload als dossier.yaml.');
  };
  $('netjes').onclick = () => run('Maakt de tekst netjes.', async () => {
    const text = work.text;
    const { answer } = await ask({ do: 'format', tekst: text });
    if (typeof answer.yaml !== 'string') return `De tekst kan nog niet netjes: ${summary(answer.diagnostics)}.`;
    if (answer.yaml === text) return 'De tekst was al netjes.';
    if (work.text !== text) return 'U schreef intussen verder. Kies opnieuw.';
    editor.replace(answer.yaml);
    return 'De tekst is netjes gemaakt. Met Ongedaan maken draait u dit terug.';
  });
  addEventListener('keydown', e => {
    if (!(e.ctrlKey || e.metaKey) || e.key !== 's' || !work.open) return;
    e.preventDefault();
    $('bewaar').click();
  });
  useSchema(JSON.parse((await ask({ do: 'schema' })).answer.schema));
}

/// What the person works on: one dossier as text, what it holds and what is wrong with it. Others listen for 'contents' (a new answer of
/// the program), 'opened' (another dossier), 'text' (opened or written) and 'saved'.

import { ask, worker } from './program.js';

export const work = {
  open: false, name: 'dossier.yaml', text: '', contents: null, diagnostics: [],
  origin: null,  ///< of an imported dossier: {name, text, diagnostics}
  saved: '',     ///< the text as it is in a file of the person
  revision: 0,   ///< counts the texts that the program was given: a class list is of one of them
  keeps: false,  ///< the text is kept in this browser
};
export const events = new EventTarget();
export const tell = what => events.dispatchEvent(new Event(what));

export const errors = () => work.diagnostics.filter(d => d.severity === 'error').length;
export const unsaved = () => work.open && work.text !== work.saved && !work.keeps;

/// The program took the text of `answer`; says so.
function took(answer) {
  work.contents = answer.inhoud ?? null;
  work.diagnostics = answer.diagnostics;
  work.revision++;
  tell('contents');
}

/// Another dossier, from a file; false if the program could make no text of it, with what it said.
export async function openFile(file, naam = '') {
  const { answer } = await ask({ do: 'open', naam }, [file]);
  if (typeof answer.yaml !== 'string') {
    // The program let go of the dossier before: what is on the screen must be what it has.
    if (work.open) await check();
    return { opened: false, diagnostics: [...(answer.import ?? []), ...answer.diagnostics], text: answer.tekst };
  }
  const imported = answer.ingelezen ?? false;
  work.origin = imported ? { name: file.name, text: answer.tekst ?? await file.text(), diagnostics: answer.import ?? [] } : null;
  begin(imported ? 'dossier.yaml' : file.name, answer.yaml, imported ? '' : answer.yaml);
  [told, toldTo] = [answer.yaml, worker()];
  took(answer);
  return { opened: true };
}

export async function openText(name, text, saved = text) {
  work.origin = null;
  begin(name, text, saved);
  await check();
}

function begin(name, text, saved) {
  Object.assign(work, { open: true, name, text, saved, contents: null, diagnostics: [] });
  tell('opened');
  tell('text');
}

let running = null, again = false, told = null, toldTo = null;
/// Has the program look at the text. While it looks, a newer text waits and older ones are forgotten; the promise is for the newest.
export function check() {
  again = true;
  running ??= (async () => {
    try {
      while (again) {
        again = false;
        const text = work.text;
        const { answer } = await ask({ do: 'check', tekst: text, naam: work.name });
        [told, toldTo] = [text, worker()];
        if (text === work.text) took(answer);
        else again = true;
      }
    } finally { running = null; }
  })();
  return running;
}

/// Before work on the dossier: the program has the text as it is now.
export async function settled() {
  if (work.open && (running || told !== work.text || toldTo !== worker())) await check();
}

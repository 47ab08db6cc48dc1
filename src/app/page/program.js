/// The program in its worker, as promises. Each request has its turn; several that belong together keep the turn (`together`). A worker
/// that dies or is stopped is replaced by one with the compiled module, which is told the text again (`onRestart`).

import { $ } from './dom.js';

export class Stopped extends Error {}
export class Died extends Error {}

let thread = null, started = false, compiled = null, number = 0, turn = Promise.resolve(), ready = null, reload = async () => {};
const waiting = new Map(), kept = new Map();

/// A request that every next worker gets first, in the place of an earlier one of this name.
export function remember(name, request, files) { kept.set(name, { kind: 'ask', request: JSON.stringify(request), files }); }

/// `work` is run with the text of the person after each restart.
export function onRestart(work) { reload = work; }

/// Which worker it is: another one knows nothing of what this one was told.
export const worker = () => thread;

export function start() {
  const script = URL.createObjectURL(new Blob([$('werker').textContent], { type: 'text/javascript' }));
  started = false;
  thread = new Worker(script);
  thread.onmessage = e => {
    const { id, progress, dead, ...answer } = e.data;
    const w = waiting.get(id);
    if (!w) return;
    if (progress !== undefined) return w.progress?.(progress);
    waiting.delete(id);
    if (dead) { w.no(new Died(dead)); end(new Died(dead)); }
    else w.yes(answer);
  };
  thread.onerror = e => { e.preventDefault(); end(new Died(e.message)); };
  ready = post({ kind: 'start', module: compiled, packed: compiled ? null : $('programma').textContent }).then(async a => {
    compiled = a.module ?? compiled;
    URL.revokeObjectURL(script);
    for (const message of kept.values()) await post(message);
    started = true;
  });
  return ready;
}

function post(message, progress) {
  return new Promise((yes, no) => {
    waiting.set(++number, { yes, no, progress });
    thread.postMessage({ id: number, ...message });
  });
}

function replace() {
  thread.terminate();
  // What cannot start at all, in an old browser, would die for ever.
  if (!started) return;
  start().then(reload).catch(() => {});
}

function end(error) {
  const left = [...waiting.values()];
  waiting.clear();
  replace();
  for (const w of left) w.no(error);
}

/// Stops what the program does. Whoever waits for it gets Stopped.
export function stop() { end(new Stopped('gestopt')); }

/// Runs `work(send)` with nobody between its requests.
export function together(work) {
  const mine = turn.then(() => work(send));
  turn = mine.catch(() => {});
  return mine;
}

/// What takes longer than `patience` milliseconds ends the worker, as if it died.
async function send(request, files = [], patience = 0) {
  await ready;
  const timer = patience && setTimeout(() => end(new Died('te lang bezig')), patience);
  const answer = await post({ kind: 'ask', request: JSON.stringify(request), files }).finally(() => clearTimeout(timer));
  const { error } = answer.answer;
  if (error) throw new Error(/no dossier without errors/.test(error) ? 'er staan nog fouten in het dossier' : error);
  return answer;
}

/// {answer, files: [{name, blob}]} for one request with File or {name, blob} objects.
export const ask = (request, files = []) => together(send => send(request, files));

/// Before the first scan: the worker learns to read codes, and so does every next one.
export async function readsScans() {
  await ready;
  if (kept.has('barcodes')) return;
  const message = { kind: 'barcodes', packed: $('streepjescodes').textContent };
  kept.set('barcodes', message);
  await post(message);
}

/// One blob with all of `files`, [{name, blob}].
export async function zip(files, progress) {
  await ready;
  return (await post({ kind: 'zip', files }, progress)).zip;
}

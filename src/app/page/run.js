/// One piece of long work at a time, as the person sees it: a message, a bar, Stop, and what came of it.

import { $, confirmed, say } from './dom.js';
import { Died, Stopped, stop } from './program.js';
import { settled, unsaved } from './work.js';

let running = null;

/// Says `begin`, runs `work(progress, stopped)` and says the text that it returns. `progress(done, of)` moves the bar; `stopped()` is
/// true once the person
/// asked to stop, for work that stops by itself between steps (`gently`). Else Stop ends the worker.
export async function run(begin, work, { gently = false } = {}) {
  if (running) { say('Even geduld: er loopt nog iets. Wacht tot het klaar is of kies Stop.'); return; }
  const mine = running = { stopped: false };
  const bar = $('voortgang'), from = document.activeElement;
  bar.removeAttribute('value');
  $('stop').onclick = () => {
    mine.stopped = true;
    say('Stopt.');
    if (!gently) stop();
  };
  // What is done at once needs no bar.
  const timer = setTimeout(() => { $('bezig').hidden = false; }, 250);
  $('inhoud').setAttribute('aria-busy', 'true');  // not of the messages: a busy region is not read aloud
  say(begin);
  try {
    await settled();
    if (mine.stopped) throw new Stopped();
    const text = await work((done, of) => { bar.max = of || 1; bar.value = done; }, () => mine.stopped);
    say(text ?? 'Klaar.');
  } catch (e) {
    if (e instanceof Stopped) say('Gestopt. Uw dossier is er nog.');
    else if (e instanceof Died)
      say('Het programma liep vast, misschien door te weinig geheugen. Het is opnieuw gestart en uw dossier is er nog. '
        + 'Probeer minder tegelijk.');
    else say(`Dit ging niet: ${e.message}`);
  } finally {
    clearTimeout(timer);
    const inside = document.activeElement === $('stop');
    $('bezig').hidden = true;
    $('inhoud').removeAttribute('aria-busy');
    running = null;
    if (inside && from?.isConnected) from.focus();
  }
}

/// Whether another dossier may come in the place of this one.
export async function mayLeave() {
  return !unsaved() || confirmed('Uw werk is niet bewaard', 'U hebt dit dossier veranderd en nog niet gedownload. '
    + 'Als u een ander dossier opent, bent u die veranderingen kwijt.', 'Open het andere dossier');
}

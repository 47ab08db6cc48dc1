/// Huisstijl: name, colour and logo of the school. The page writes the huisstijl.yaml that the command line reads too.

import { $, download, el, say } from './dom.js';
import { shown } from './diagnostics.js';
import { ask, remember } from './program.js';
import { run } from './run.js';

/// huisstijl.yaml of what was filled in; text in double quotes is the same in JSON and YAML.
function yaml() {
  const lines = [], text = id => $(id).value.trim(), logo = $('stijl-logo').files[0];
  if (text('stijl-school')) lines.push(`school: ${JSON.stringify(text('stijl-school'))}`);
  if (text('stijl-voet')) lines.push(`voettekst: ${JSON.stringify(text('stijl-voet'))}`);
  if ($('stijl-eigen').checked) lines.push('kleuren:', `  accent: "${$('stijl-kleur').value}"`);
  if (logo) {
    const about = text('stijl-logo-tekst') || `Logo van ${text('stijl-school') || 'de school'}`;
    lines.push('logo:', `  bestand: ${logoName(logo)}`, `  beschrijving: ${JSON.stringify(about)}`, '  breedte: 40mm');
  }
  return lines.join('\n') + '\n';
}
const logoName = logo => (/\.png$/i.test(logo.name) ? 'logo.png' : 'logo.svg');

async function use(files, done) {
  const text = files.length ? await files[0].blob.text() : '';
  const { answer } = await ask({ do: 'style' }, files);
  if (answer.past) remember('style', { do: 'style' }, files);
  const own = answer.diagnostics.every(d => d.file === 'huisstijl.yaml');
  $('stijl-stand').replaceChildren(el('p', { className: answer.past ? 'goed' : 'let-op' }, answer.past ? done
    : 'Deze huisstijl kan niet. De vorige geldt nog.'), shown(answer.diagnostics, { text: own ? text : undefined }));
  if (answer.past) $('gemaakt').replaceChildren();
  return answer.past ? done : 'Deze huisstijl kan niet. Er staat bij waarom.';
}

export function prepareStyle() {
  $('stijl-kleur').oninput = () => { $('stijl-eigen').checked = true; };
  $('stijl').onsubmit = e => {
    e.preventDefault();
    const logo = $('stijl-logo').files[0];
    const files = [{ name: 'huisstijl.yaml', blob: new Blob([yaml()]) }];
    if (logo) files.push({ name: logoName(logo), blob: logo });
    run('Neemt de huisstijl over.', () => use(files, 'De huisstijl geldt nu voor alles wat u maakt.'));
  };
  $('stijl-weg').onclick = () => run('Zet de gewone stijl terug.', async () => {
    const done = await use([], 'De gewone stijl geldt weer.');
    $('stijl').reset();
    return done;
  });
  $('stijl-bewaar').onclick = () => {
    download(new Blob([yaml()], { type: 'application/yaml' }), 'huisstijl.yaml');
    say('huisstijl.yaml is gedownload.');
  };
}

// Reads a dossier (YAML) on stdin and writes an older version of it on stdout, with a change of every kind: texts with
// words more, fewer and other, criteria that are new, gone and moved, another title. Same input, same output.
import fs from 'node:fs';

const regels = fs.readFileSync(0, 'utf8').split('\n');
const uit = [];
let criteria = 0, teksten = 0, titels = 0, binnen = '';
for (const regel of regels) {
  const [, veld] = /^\s*(?:- )?(\w+):/.exec(regel) ?? [];
  if (veld) binnen = veld;
  if (binnen === 'criteria' && /^\s+- .*[;.]$/.test(regel)) {
    criteria++;
    if (criteria % 9 === 2) continue;
    if (criteria % 9 === 4) { uit.push(regel.replace(/([;.])$/, ' en volledig$1')); continue }
    if (criteria % 9 === 6) { uit.splice(-1, 0, regel); continue }
    if (criteria % 9 === 8) uit.push(regel.replace(/- .*/, '- houdt zich aan de afspraken;'));
  } else if (['omschrijving', 'complexiteit', 'resultaat'].includes(binnen) && !veld && /^\s+[A-Z]\S+( \S+){6,}$/.test(regel)) {
    teksten++;
    if (teksten % 3 === 1) { uit.push(regel.replace(/ (\S+) (\S+) (\S+)$/, ' $1 vroeger $3')); continue }
    if (teksten % 3 === 2) { uit.push(regel.replace(/ \S+$/, '')); continue }
  } else if (veld === 'titel' && /^\s+titel: [A-Z][a-z]+t de /.test(regel)) {
    titels++;
    if (titels % 5 === 2) { uit.push(regel.replace(/ de /, ' alle ')); continue }
  }
  uit.push(regel);
}
process.stdout.write(uit.join('\n'));

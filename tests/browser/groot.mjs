// Writes the largest dossier that the pages must cope with, as YAML on stdout: six profielen, and for each of them 43
// werkprocessen with 277 criteria. Every word comes from a fixed list, so that the file is always the same.
const woorden = ('de klant vraagt om advies over het aanbod en de medewerker onderzoekt wensen trends gegevens markt kanaal ' +
  'verkoop planning budget resultaat collega leidinggevende procedure kwaliteit veiligheid communicatie content campagne ' +
  'analyse rapport voorstel commerciële ideeën coördinatie bestelling voorraad levering retour klacht oplossing').split(' ');
let zaad = 7;
const kies = n => (zaad = (zaad * 48271) % 2147483647) % n;
const zin = n => Array.from({ length: n }, () => woorden[kies(woorden.length)]).join(' ');
const uit = [];
const regel = (diep, tekst) => uit.push('  '.repeat(diep) + tekst);

function werkproces(diep, code, criteria, eerder) {
  regel(diep, `- code: ${code}`);
  regel(diep + 1, `titel: Voert ${zin(5)} uit`);
  if (eerder) regel(diep + 1, `eerdere_codes: [${eerder}]`);
  for (const naam of ['omschrijving', 'resultaat']) regel(diep + 1, `${naam}: ${naam === 'omschrijving' ? 'De medewerker ' + zin(90) : 'Er is ' + zin(20)}.`);
  regel(diep + 1, 'gedrag:');
  regel(diep + 2, 'aanhef: "De beginnend beroepsbeoefenaar:"');
  regel(diep + 2, 'criteria:');
  for (let i = 0; i < criteria; i++) regel(diep + 3, `- ${zin(16)};`);
  regel(diep + 1, 'competenties: [Samenwerken en overleggen, Analyseren, Onderzoeken, Leren]');
}
function kerntaak(diep, code, criteria) {
  regel(diep, `- code: ${code}`);
  regel(diep + 1, `titel: Verzorgt ${zin(4)}`);
  regel(diep + 1, `complexiteit: Het werk is ${zin(60)}.`);
  regel(diep + 1, `verantwoordelijkheid: De medewerker is ${zin(40)}.`);
  regel(diep + 1, 'vakkennis:');
  regel(diep + 2, 'rubrieken:');
  for (let r = 0; r < 3; r++) {
    regel(diep + 3, `- titel: ${zin(2)}`);
    regel(diep + 4, 'items:');
    for (let i = 0; i < 8; i++) regel(diep + 5, `- ${i % 2 ? 'kan' : 'heeft kennis van'} ${zin(9)}`);
  }
  regel(diep + 1, 'werkprocessen:');
  criteria.forEach((n, w) => werkproces(diep + 2, `${code}-W${w + 1}`, n, code === 'B1-K1' && w === 0 ? 'B1-K1-W77' : ''));
}
// 43 werkprocessen, 277 criteria: 19 with seven and 24 with six.
const verdeel = (begin, n) => Array.from({ length: n }, (_, i) => (begin + i < 19 ? 7 : 6));
regel(0, 'naam: Het grootste dossier');
regel(0, 'versie: "1"');
regel(0, 'basisdeel:');
regel(1, 'kerntaken:');
kerntaak(2, 'B1-K1', verdeel(0, 7));
kerntaak(2, 'B1-K2', verdeel(7, 6));
regel(0, 'profielen:');
for (let p = 1; p <= 6; p++) {
  regel(1, `- code: P${p}`);
  regel(2, `naam: Beroep ${p}`);
  regel(2, 'niveau: 4');
  regel(2, `typering: Je ${zin(120)}.`);
  regel(2, 'kerntaken:');
  for (let k = 1; k <= 5; k++) kerntaak(3, `P${p}-K${k}`, verdeel(13 + 6 * (k - 1), 6));
}
regel(0, 'beoordeling:');
regel(1, 'schaal: [onvoldoende, voldoende, goed]');
regel(1, 'cesuur: {criteria: alle, werkprocessen: alle}');
regel(0, 'begrippen:');
regel(1, '- term: campagne');
regel(2, 'betekenis: een reeks acties');
process.stdout.write(uit.join('\n') + '\n');

// node fill_pdflib.mjs EMPTY.pdf FONT.ttf WORK_DIR: loads, fills, saves, flattens and copies a form as web portals do.
// pdf-lib and @pdf-lib/fontkit must be where node finds them.
import fs from 'node:fs';
import fontkit from '@pdf-lib/fontkit';
import {PDFDocument} from 'pdf-lib';

const [input, fontFile, work] = process.argv.slice(2);
const bytes = fs.readFileSync(input);
const open = () => PDFDocument.load(bytes);
const save = async (doc, name, options) => fs.writeFileSync(`${work}/${name}.pdf`, await doc.save(options));

// Only loading and saving, and with a look at the form.
let doc = await open();
await save(doc, 'gelijk');
doc = await open();
for (const field of doc.getForm().getFields())
  for (const widget of field.acroField.getWidgets()) widget.getRectangle();
await save(doc, 'bekeken');

// Filling in with a font that is embedded; pdf-lib knows no other way to stay archival.
const fill = async () => {
  const filled = await open();
  filled.registerFontkit(fontkit);
  const font = await filled.embedFont(fs.readFileSync(fontFile));
  const form = filled.getForm();
  for (const [name, value] of [['kandidaat', 'Łukasz Dvořák'], ['groep', 'Zoë Ünal']]) {
    const field = form.getTextField(name);
    field.setText(value);
    field.updateAppearances(font);
  }
  form.getRadioGroup('B1-K1-W1-G1').select('goed');
  form.getCheckBox('besproken').check();
  return filled;
};
await save(await fill(), 'vol', {updateFieldAppearances: false});
doc = await fill();
doc.getForm().flatten({updateFieldAppearances: false});
await save(doc, 'plat');

// Pages into another document.
const from = await open(), to = await PDFDocument.create();
for (const page of await to.copyPages(from, from.getPageIndices())) to.addPage(page);
await save(to, 'kopie');

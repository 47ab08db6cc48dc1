/// What may stand where in dossier.yaml, by its JSON Schema: completion and the words for a hover. The place is found by indentation, which
/// also works in a text that is not YAML yet.

let schema = null;
export function useSchema(s) { schema = s; }

const entry = /^(\s*)((?:- +)*)(?:"?([\w-]+)"?:(?=\s|$))?(.*)$/;

/// The keys above and at `line` (from 0): [{key}, ...] outermost first, without the key of the line itself; and that key.
export function placeOf(lines, line, column) {
  const at = entry.exec(lines[line] ?? '');
  const key = at[3] ?? null;
  let indent = lines[line].trim() ? at[1].length + at[2].length : column;
  const path = [];
  for (let i = line - 1; i >= 0 && indent > 0; i--) {
    const [, space, dashes, name] = entry.exec(lines[i]);
    if (!lines[i].trim() || lines[i].trimStart().startsWith('#') || name === undefined) continue;
    const own = space.length + dashes.length;
    // A list may stand at the indent of its key: "profielen:" and "- code" below it.
    const child = dashesAt(lines, i, line, own);
    if (own < indent || (own === indent && child)) {
      path.unshift(name);
      indent = dashes ? space.length : own;
      if (!dashes && own === 0) break;
      if (dashes) indent = space.length + 0.5;
    }
  }
  return { path, key };
}

function dashesAt(lines, key, line, indent) {
  if (key + 1 > line) return false;
  const at = entry.exec(lines[line]);
  return at[2] !== '' && at[1].length === indent && !entry.exec(lines[key])[2];
}

function resolve(s) {
  while (s) {
    if (s.$ref) s = schema.definitions[s.$ref.slice('#/definitions/'.length)];
    else if (s.allOf) s = { ...resolve(s.allOf[0]), ...(s.description ? { description: s.description } : {}) };
    else return s;
  }
  return null;
}

/// The schema of what stands under `path`; a list gives that of its items.
function under(path) {
  let s = resolve(schema);
  for (const key of path) {
    if (s?.items) s = resolve(s.items);
    s = resolve(s?.properties?.[key]);
    if (!s) return null;
  }
  return s?.items ? resolve(s.items) : s;
}

/// The keys beside the one at `line` whose name begins at `column`: in the same map, and of a list in the same item.
function beside(lines, line, column) {
  const keys = new Set();
  const walk = (from, step) => {
    for (let i = from; i >= 0 && i < lines.length; i += step) {
      const [, space, dashes, name] = entry.exec(lines[i]), own = space.length + dashes.length;
      if (!lines[i].trim() || lines[i].trimStart()[0] === '#') continue;
      if (step > 0 && dashes && own <= column) return;
      if (own === column && name) keys.add(name);
      if (own < column || (step < 0 && dashes && own === column)) return;
    }
  };
  // An item that begins here has nothing above it.
  if (!entry.exec(lines[line])[2]) walk(line - 1, -1);
  walk(line + 1, 1);
  return keys;
}

export function describe(lines, line, column) {
  if (!schema) return null;
  const { path, key } = placeOf(lines, line, column);
  const found = key && under(path)?.properties?.[key];
  return found ? { key, text: found.description ?? resolve(found)?.description ?? '', values: resolve(found)?.enum } : null;
}

/// [{label, detail, apply}] for the word before `column`, and where it begins.
export function complete(lines, line, column) {
  if (!schema) return null;
  const before = lines[line].slice(0, column);
  const value = /^\s*(?:- +)*([\w-]+): *(\S*)$/.exec(before);
  if (value) {
    const { path } = placeOf(lines, line, column);
    const s = resolve(under(path)?.properties?.[value[1]]);
    const values = s?.enum ?? (s?.type === 'boolean' ? ['ja', 'nee'] : null);
    return values && { from: column - value[2].length, options: values.map(v => ({ label: String(v), type: 'enum' })) };
  }
  const word = /^\s*(?:- +)*([\w-]*)$/.exec(before);
  if (!word) return null;
  // The word that is being typed is no key yet: what stands above the place counts.
  const typed = [...lines];
  typed[line] = before.slice(0, before.length - word[1].length) + 'x:';
  const { path } = placeOf(typed, line, column);
  const s = under(path);
  if (s?.enum) return { from: column - word[1].length, options: s.enum.map(v => ({ label: String(v), type: 'enum' })) };
  if (!s?.properties) return null;
  const used = beside(typed, line, before.length - word[1].length);
  const options = Object.entries(s.properties).filter(([key]) => !used.has(key)).map(([key, p]) => {
    const inside = resolve(p), nested = inside.type === 'array' || inside.type === 'object' || inside.properties;
    return { label: key, type: 'property', info: p.description ?? inside.description, apply: nested ? `${key}:` : `${key}: `,
      boost: s.required?.includes(key) ? 1 : 0, detail: s.required?.includes(key) ? 'nodig' : '' };
  });
  return { from: column - word[1].length, options };
}

import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import ts from 'typescript';
import {expect, it} from 'vitest';

const ROOM = new URL('../../src/ui/', import.meta.url).pathname;

/** Attributes that are read out or shown. */
const READ =
  /^(aria-label|aria-description|aria-valuetext|aria-roledescription|title|alt|placeholder|label)$/;

/** Two words side by side, or one that starts like a sentence. */
const SENTENCE = /\p{L}{2,}[\s,]+\p{L}{2,}|^\p{Lu}\p{Ll}+[.!?…]?$/u;

/** Stands for what a template fills in. */
const HOLE = '\uE000';

/** Names of keys on a keyboard that read like words. */
const KEYS = ['Home', 'End', 'Arrow', 'Slash'];

/** What a file of elements says by itself: texts and attributes of templates, and sentences in strings. */
function sentencesIn(name: string, text: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isTaggedTemplateExpression(node)) {
      const tag = node.tag.getText();
      if (tag === 'html') found.push(...saidByTemplate(node.template));
      if (tag === 'css' || tag === 'svg') return;
    } else if (ts.isStringLiteralLike(node) && !ts.isTaggedTemplateExpression(node.parent)) {
      if (SENTENCE.test(node.text) && !isSelector(node)) found.push(node.text);
    } else if (ts.isTemplateExpression(node) && !ts.isTaggedTemplateExpression(node.parent)) {
      const parts = [node.head.text, ...node.templateSpans.map(({literal}) => literal.text)];
      found.push(...parts.filter((part) => /\p{L}{2,}\s+\p{L}{2,}/u.test(part)));
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true));
  return found.filter((said) => !KEYS.includes(said));
}

function saidByTemplate(template: ts.TemplateLiteral): string[] {
  const parts = ts.isNoSubstitutionTemplateLiteral(template)
    ? [template.text]
    : [template.head.text, ...template.templateSpans.map(({literal}) => literal.text)];
  const markup = parts.join(HOLE);
  const attributes = [...markup.matchAll(/\s([\w-]+)="([^"]*)"/g)]
    .filter(([, attribute = '', value = '']) => READ.test(attribute) && /\p{L}/u.test(value))
    .map(([whole]) => whole.trim());
  const texts = markup
    .replace(/<[^>]*>/g, '\n')
    .replaceAll(HOLE, '\n')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /\p{L}/u.test(line));
  return [...attributes, ...texts];
}

function isSelector({parent}: ts.Node): boolean {
  return ts.isVariableDeclaration(parent) && /^[A-Z_]+$/.test(parent.name.getText());
}

it('knows a sentence when it sees one', () => {
  const said = [
    'html`<p>Hello</p>`',
    'html`<b title="Stop it"></b>`',
    'html`<b aria-label="Stop ${x}"></b>`',
    'html`${x} per cent`',
    "const a = {idle: 'Recording stopped'}",
    "f('Close')",
    '`${a} of them ${b}`',
  ];
  for (const text of said) expect(sentencesIn('a.ts', text), text).toHaveLength(1);
  const quiet = [
    "html`<p class='a b' role=\"status\">${say('a.b')}</p>`",
    "import {a} from './Some thing.ts'",
    'css`a { color: dark red }`',
    "f('ArrowLeft', 'style-pick', 'a.b')",
    "type A = 'Some Thing'",
  ];
  for (const text of quiet) expect(sentencesIn('a.ts', text), text).toEqual([]);
});

it('finds no sentence in the elements: each goes by its key', () => {
  const files = readdirSync(ROOM, {recursive: true, encoding: 'utf8'}).filter((path) =>
    path.endsWith('.ts'),
  );
  expect(files.length).toBeGreaterThan(40);

  const found = files.flatMap((path) =>
    sentencesIn(path, readFileSync(join(ROOM, path), 'utf8')).map((said) => `${path}: ${said}`),
  );

  expect(found).toEqual([]);
});

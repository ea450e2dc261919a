import ts from 'typescript';

/** A text that stands in a program as it is: a string, a part of a template, or the key of an object. */
export interface Literal {
  /** From 1. */
  line: number;
  text: string;
}

/** The literals of a program by the ending of its file; none for a language that is not known. */
export function literalsOf(file: string, source: string): Literal[] {
  if (/\.(tsx?|mjs)$/.test(file)) {
    return ofTypeScript(file, source);
  }
  if (file.endsWith('.go')) {
    return byPattern(source, /\/\/.*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\\n])+'|"((?:\\.|[^"\\\n])*)"|`([^`]*)`/g);
  }
  return file.endsWith('.star')
    ? byPattern(source, /#.*|"""[\s\S]*?"""|"((?:\\.|[^"\\\n])*)"|'((?:\\.|[^'\\\n])*)'/g)
    : [];
}

function ofTypeScript(file: string, source: string): Literal[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const found: Literal[] = [];
  const visit = (node: ts.Node): void => {
    const isKey =
      ts.isIdentifier(node) && (ts.isPropertyAssignment(node.parent) || ts.isPropertySignature(node.parent));
    if (ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node) || (isKey && node.parent.name === node)) {
      found.push({ line: tree.getLineAndCharacterOfPosition(node.getStart()).line + 1, text: node.text });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** What the groups of a pattern found; comments and characters match without a group, so that no quote in them begins a text. */
const byPattern = (source: string, pattern: RegExp): Literal[] =>
  [...source.matchAll(pattern)].flatMap(({ 1: plain, 2: raw, index }) => {
    const text = plain ?? raw;
    return text === undefined ? [] : [{ line: source.slice(0, index).split('\n').length, text }];
  });

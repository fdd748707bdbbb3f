// Finds texts that stand in a component instead of in the catalogue.
import ts from "typescript";

/** Attributes that a person reads or hears. */
const SPOKEN = new Set(["aria-label", "aria-description", "alt", "label", "lead", "placeholder", "title", "hint"]);
/** Keys are named after what is printed on them. */
const ALLOWED_IN = new Set(["Kbd", "kbd"]);

/** Line and text of each, in order. */
export function literalTexts(file: string, source: string): string[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const note = (node: ts.Node, text: string): void => {
    const { line } = tree.getLineAndCharacterOfPosition(node.getStart());
    found.push(`${file}:${line + 1} ${text.trim()}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxElement(node) && ALLOWED_IN.has(node.openingElement.tagName.getText())) return;
    if (ts.isJsxText(node) && isWords(node.text)) note(node, node.text);
    if (ts.isJsxAttribute(node) && SPOKEN.has(node.name.getText())) {
      const text = textOf(node.initializer);
      if (text !== null && isWords(text)) note(node, text);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function textOf(value: ts.JsxAttributeValue | undefined): string | null {
  if (value === undefined) return null;
  if (ts.isStringLiteral(value)) return value.text;
  if (!ts.isJsxExpression(value) || value.expression === undefined) return null;
  return ts.isStringLiteralLike(value.expression) ? value.expression.text : null;
}

function isWords(text: string): boolean {
  return /\p{L}/u.test(text);
}

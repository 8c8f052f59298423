import { type Options, selectAll } from 'css-select';
import { type HtmlElement, type HtmlNode, isElement, textOf } from '../press-page/html-tree.ts';

/** The elements of a page that a CSS selector names, in the order of the page. */
export function selectElements(selector: string, root: HtmlElement): HtmlElement[] {
  return selectAll<HtmlNode, HtmlElement>(selector, [...root.children], { adapter }).filter(isElement);
}

const adapter: NonNullable<Options<HtmlNode, HtmlElement>['adapter']> = {
  isTag: isElement,
  getName: (element) => element.name,
  getAttributeValue: (element, name) => element.attributes[name],
  hasAttrib: (element, name) => element.attributes[name] !== undefined,
  getChildren: (node) => (isElement(node) ? [...node.children] : []),
  getParent: (node) => (node.parent?.parent === undefined ? null : node.parent),
  getSiblings: (node) => (isElement(node) ? [...(node.parent?.children ?? [node])] : [node]),
  getText: textOf,
  removeSubsets: (nodes) => {
    const all = new Set(nodes);
    return nodes.filter((node) => {
      for (let at = isElement(node) ? node.parent : undefined; at !== undefined; at = at.parent) {
        if (all.has(at)) return false;
      }
      return true;
    });
  },
};

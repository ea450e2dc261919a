/** @jest-environment jsdom */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { mayMatch } from '../jsdomTags';

const jsdom = require.resolve('jsdom', { paths: [path.dirname(require.resolve('jest-environment-jsdom'))] });
const sheet = readFileSync(path.join(path.dirname(jsdom), 'jsdom/browser/default-stylesheet.js'), 'utf8');

const isSelector = (text: string) => {
  try {
    document.createDocumentFragment().querySelector(text);
    return true;
  } catch {
    return false;
  }
};
const ofBrowser = [...sheet.matchAll(/^([a-z:[][^{}`]*) \{/gm)].map(([, text]) => text!).filter(isSelector);
const ofPages = ['.named', 'p.named, span', '*', 'a[title="b p.named"]', 'a[title="b, p"]', ':not(p)', 'ul > li + li'];

const outer = ['article', 'div', 'ol', 'ruby', 'select', 'table', 'tr', 'ul'];
const inner = ['a', 'button', 'h1', 'input', 'li', 'option', 'p', 'rp', 'span', 'svg', 'td', 'tr', 'ul'];

/** An element of each kind in two others. */
function page(): Element[] {
  const put = (tag: string, into: Element) => {
    const element = into.appendChild(document.createElement(tag));
    Object.entries({ class: 'named', title: 'b p.named', type: 'hidden', hidden: '' }).forEach(([name, value]) =>
      element.setAttribute(name, value)
    );
    return element;
  };
  outer.forEach((first) =>
    outer.forEach((second) => {
      const within = put(second, put(first, document.body));
      inner.forEach((tag) => put(tag, within));
    })
  );
  return [...document.querySelectorAll('*')];
}

test('no element matches a selector that is said to be of other tags, and most selectors are', () => {
  expect(ofBrowser.length).toBeGreaterThan(100);
  const pairs = page().flatMap((element) => [...ofBrowser, ...ofPages].map((selector) => ({ element, selector })));
  const matching = pairs.filter(({ element, selector }) => element.matches(selector));
  expect(matching.length).toBeGreaterThan(2000);
  const denied = matching.filter(({ element, selector }) => !mayMatch(element.localName, selector));
  expect(denied.map(({ element, selector }) => `${element.localName} ${selector}`)).toEqual([]);
  expect(pairs.filter(({ element, selector }) => mayMatch(element.localName, selector)).length).toBeLessThan(
    pairs.length / 5
  );
});

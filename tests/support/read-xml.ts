/** Reads XML with a parser that refuses what XML 1.0 does not allow. */
import { SaxesParser } from 'saxes';

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  /** All text directly inside. */
  text: string;
}

/** @throws where the document is not well-formed */
export function readXml(document: string): XmlElement {
  const parser = new SaxesParser();
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: XmlElement = { name, attributes, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += text;
  });
  parser.on('closetag', () => open.pop());
  for (const event of ['comment', 'doctype', 'processinginstruction', 'cdata'] as const) {
    parser.on(event, () => {
      throw new Error(`unexpected: ${event}`);
    });
  }
  parser.write(document).close();
  const [first] = root.children;
  if (first === undefined) throw new Error('no element');
  return first;
}

/** Of all elements below, those with that name, in the order of the document. */
export function elementsOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...elementsOf(child, name)]);
}

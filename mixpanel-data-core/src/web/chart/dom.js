const SVG = 'http://www.w3.org/2000/svg';

/** Makes an element of SVG; children are elements, and texts that are never markup. */
export function svg(name, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, name), attributes, children);
}

/** Makes an element of HTML in the same way. */
export function html(name, attributes = {}, ...children) {
  return filled(document.createElement(name), attributes, children);
}

function filled(element, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(key, value);
    }
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

let pen;

/** Returns the width of a text in pixels, as charts draw it. */
export function width(text, font = '12px system-ui, sans-serif') {
  pen ??= document.createElement('canvas').getContext('2d');
  pen.font = font;
  return pen.measureText(text).width;
}

/** Returns the text, cut with an ellipsis where it is wider than this. */
export function fitting(text, most) {
  if (width(text) <= most) {
    return text;
  }
  const characters = Array.from(text);
  let low = 0;
  let high = characters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (width(characters.slice(0, middle).join('') + '…') <= most) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return characters.slice(0, low).join('') + '…';
}

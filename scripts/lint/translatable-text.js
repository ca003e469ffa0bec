/**
 * Translators of web pages move every text node into elements of their own. React keeps the node it made: to change it
 * does nothing that is seen, and to remove it or to insert before it throws. A text that is the only child of its
 * element is written through the element and holds (https://github.com/facebook/react/issues/11538).
 */
const rule = {
  meta: {
    schema: [{ type: 'object', properties: { elements: { type: 'array', items: { type: 'string' } } } }],
    messages: {
      mixed:
        'Give this text an element of its own: a page translator moves it away, and React then fails to change it.',
      after:
        'Give this text an element of its own: React fails to insert the part before it once a translator moved it.',
    },
  },
  create(context) {
    const makers = new Set(context.options[0]?.elements ?? []);
    const parents = [];
    return {
      VariableDeclarator: ({ id, init }) => init && makesElement(init) && makers.add(id.name),
      FunctionDeclaration: (node) => node.id && makesElement(node) && makers.add(node.id.name),
      JSXElement: (node) => parents.push(node),
      JSXFragment: (node) => parents.push(node),
      'Program:exit': () => parents.forEach(check),
    };

    function check({ children }) {
      const parts = children.filter((part) => !isNothing(part));
      if (parts.length < 2) return;
      let hasComing = false;
      for (const part of parts) {
        if (part.type === 'JSXExpressionContainer' && !isFixedText(part) && !isElement(part.expression, makers))
          context.report({ node: part, messageId: 'mixed' });
        if (hasComing && isFixedText(part) && !isBlank(part)) context.report({ node: part, messageId: 'after' });
        hasComing ||= part.type === 'JSXExpressionContainer' && !isFixedText(part);
      }
    }
  },
};

function isNothing(part) {
  if (part.type === 'JSXText') return part.value.trim() === '' && part.value.includes('\n');
  return part.type === 'JSXExpressionContainer' && part.expression.type === 'JSXEmptyExpression';
}

/** Translators leave the blanks between words alone. */
function isBlank(part) {
  return String(part.value ?? part.expression.value).trim() === '';
}

function isFixedText(part) {
  if (part.type === 'JSXText') return true;
  return part.type === 'JSXExpressionContainer' && part.expression.type === 'Literal';
}

/** Elements, lists of them, nothing at all, what a component was given as its children, and what a function of this file makes. */
function isElement(node, makers) {
  switch (node.type) {
    case 'JSXElement':
    case 'JSXFragment':
      return true;
    case 'Literal':
      return node.value === null || node.value === '';
    case 'Identifier':
      return node.name === 'undefined' || makers.has(node.name);
    case 'ChainExpression':
      return isElement(node.expression, makers);
    case 'LogicalExpression':
      return isElement(node.right, makers);
    case 'ConditionalExpression':
      return isElement(node.consequent, makers) && isElement(node.alternate, makers);
    case 'CallExpression':
      return isListOfElements(node) || makers.has(node.callee.name);
    default:
      return false;
  }
}

function isListOfElements({ callee }) {
  return callee.type === 'MemberExpression' && ['map', 'get'].includes(callee.property.name);
}

function makesElement({ type, body }) {
  if (!type.includes('Function') || !body) return false;
  if (body.type !== 'BlockStatement') return body.type === 'JSXElement';
  return body.body.some(
    (statement) => statement.type === 'ReturnStatement' && statement.argument?.type === 'JSXElement',
  );
}

export default { meta: { name: 'masthead' }, rules: { 'translatable-text': rule } };

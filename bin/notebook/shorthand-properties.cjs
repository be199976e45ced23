"use strict";
/**
 * Lets a cell write `{ words }` where an earlier cell has made `words`.
 *
 * tslab 1.0.22 turns every name of an earlier cell into `exports.name`, and overlooks the short
 * form of an object's property: `({ words })` failed with "words is not defined". Here the short
 * form is written out first, `{ words: exports.words }`.
 */

/** What tslab calls the file that declares the names of earlier cells. */
const EARLIER_CELLS = /(^|\/)__prev__\.d\.ts$/;

/**
 * @param ts the compiler
 * @returns replacements for two functions of it
 */
function shorthandProperties(ts) {
  let program; // the builder of the last compilation

  /** Whether the value behind a short property comes from an earlier cell. */
  function isFromEarlierCell(property) {
    const original = ts.getOriginalNode(property);
    const symbol = program
      ?.getProgram()
      .getTypeChecker()
      .getShorthandAssignmentValueSymbol(original);
    return (symbol?.declarations ?? []).some((declaration) =>
      EARLIER_CELLS.test(declaration.getSourceFile().fileName),
    );
  }

  /** `words` becomes `words: exports.words`, and `words = 1` in a pattern `words: exports.words = 1`. */
  function writtenOut(property, visitor) {
    const { factory } = ts;
    const value = factory.createPropertyAccessExpression(
      factory.createIdentifier("exports"),
      property.name.text,
    );
    const fallback = property.objectAssignmentInitializer;
    const target = fallback ? factory.createAssignment(value, visitor(fallback)) : value;
    return factory.createPropertyAssignment(property.name.text, target);
  }

  return {
    createWatchProgram(host) {
      const notify = host.afterProgramCreate;
      host.afterProgramCreate = (builder) => {
        program = builder;
        return notify(builder);
      };
      return ts.createWatchProgram(host);
    },
    visitEachChild(node, visitor, ...rest) {
      const visit = (child) =>
        ts.isShorthandPropertyAssignment(child) && isFromEarlierCell(child)
          ? writtenOut(child, visitor)
          : visitor(child);
      return ts.visitEachChild(node, visit, ...rest);
    },
  };
}

module.exports = { shorthandProperties };

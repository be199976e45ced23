/**
 * What must hold of every exercise, question and flash card of every lesson. The wrong answers
 * tried here are written by hand, as a learner would type them; `wrong-answers.ts` holds them.
 */
import { describe, it } from "node:test";
import assert from "node:assert/strict";
import path from "node:path";
import ts from "typescript";
import { EXERCISES, FLASH_CARDS, QUESTIONS } from "../../src/exercises/catalog";
import type { Exercise } from "../../src/exercises/exercise";
import { hintFor } from "../../src/exercises/hint";
import { casesOf, judge, NotSolvedYet } from "../../src/exercises/judge";
import { WRONG_ANSWERS } from "./wrong-answers";

const ALL = Object.values(EXERCISES) as unknown as Exercise[];

describe("every exercise", () => {
  for (const exercise of ALL) {
    it(`${exercise.id}: the reference passes on many seeds`, async () => {
      for (const seed of [1, 2, 3, 4, 5]) {
        const verdict = await judge(exercise, exercise.reference, { seed });
        assert.equal(verdict.passed, true);
        assert.equal(verdict.points, exercise.points);
      }
    });

    it(`${exercise.id}: the untouched stub is told what to do`, async () => {
      const stub = compiled(exercise.stub, exercise.functionName);
      const verdict = await judge(exercise, stub);
      assert.deepEqual([verdict.passed, verdict.untouched, verdict.points], [false, true, 0]);
    });

    it(`${exercise.id}: every misconception is recognised as itself, on many seeds`, async () => {
      for (const misconception of exercise.misconceptions) {
        for (const seed of [1, 2, 3, 4, 5]) {
          const verdict = await judge(exercise, misconception.wrong, { seed });
          assert.equal(verdict.passed, false, misconception.name);
          assert.equal(verdict.misconception?.name, misconception.name);
          assert.ok(verdict.points < exercise.points);
        }
      }
    });

    it(`${exercise.id}: hand-written wrong answers get a hint each, all different`, async () => {
      const answers = Object.entries(WRONG_ANSWERS[exercise.id as keyof typeof WRONG_ANSWERS]);
      assert.ok(answers.length >= 3);
      const hints = new Set<string>();
      for (const [name, wrong] of answers) {
        const verdict = await judge(exercise, wrong);
        assert.equal(verdict.misconception?.name, name);
        hints.add(hintFor(exercise, verdict));
      }
      assert.equal(hints.size, answers.length);
    });

    it(`${exercise.id}: reads as a task`, () => {
      assert.match(exercise.id, /^\d\d\.[a-z-]+$/);
      assert.ok(exercise.statement.includes(`\`${exercise.functionName}(`));
      assert.ok(exercise.stub.includes(`function ${exercise.functionName}(`));
      assert.ok(exercise.examples.length >= 2);
      const names = exercise.misconceptions.map(({ name }) => name);
      const hints = exercise.misconceptions.map(({ hint }) => hint);
      assert.ok(names.length >= 3);
      assert.equal(new Set(names).size, names.length);
      assert.equal(new Set(hints).size, hints.length);
    });

    it(`${exercise.id}: reference and wrong turns leave their input alone`, () => {
      for (const input of casesOf(exercise, 1)) {
        for (const { name, run } of solutionsOf(exercise)) {
          const copy = structuredClone(input);
          run(copy);
          assert.deepEqual(copy, input, name);
        }
      }
    });
  }

  it("is listed under its own id, with types that its stub fits, and no others", () => {
    for (const [key, { id }] of Object.entries(EXERCISES)) assert.equal(key, id);
    const lines = ALL.map(
      ({ id, stub, functionName }, i) =>
        `namespace stub${i} { ${stub}; void check("${id}", ${functionName}); }`,
    );
    assert.deepEqual(typeErrors(lines.join("\n")), []);
    const [unknownId] = typeErrors(`void check("01.idff", () => 1);`);
    assert.match(unknownId!, /"01.idff"' is not assignable to parameter of type '.*"01.idf"/);
    const [wrongType] = typeErrors(`void check("01.idf", (word: number) => 1);`);
    assert.match(wrongType!, /'\(word: string, documents: string\[\]\[\]\) => number/);
  });
});

describe("every question", () => {
  it("is listed under its own id, and explains every way of being wrong", () => {
    for (const [key, question] of Object.entries(QUESTIONS)) {
      assert.equal(key, question.id);
      assert.ok(question.because.length > 20);
      if (question.kind === "choice") {
        const whys = Object.values(question.choices).map(({ why }) => why);
        assert.ok(whys.length >= 3);
        assert.equal(new Set(whys).size, whys.length);
      }
    }
  });
});

describe("every lesson's flash cards", () => {
  it("ask different things, and say where the answer is shown", () => {
    for (const cards of Object.values(FLASH_CARDS)) {
      assert.equal(new Set(cards.map(({ question }) => question)).size, cards.length);
      for (const { answer, provedBy } of cards) assert.ok(answer !== "" && provedBy !== "");
    }
    assert.ok(FLASH_CARDS["00"].length >= 6);
    assert.ok(FLASH_CARDS["01"].length >= 12);
  });
});

/** The reference and every wrong turn; a wrong turn may as well end in an error. */
function solutionsOf({ reference, misconceptions }: Exercise) {
  const wrongTurns = misconceptions.map(({ name, wrong }) => ({
    name,
    run(input: unknown[]) {
      try {
        wrong(...input);
      } catch {
        // The judge takes that for an answer too.
      }
    },
  }));
  return [
    { name: "reference", run: (input: unknown[]) => void reference(...input) },
    ...wrongTurns,
  ];
}

/** A stub as the notebook would run it. */
function compiled(source: string, functionName: string): (...input: never[]) => unknown {
  const { outputText } = ts.transpileModule(source, { compilerOptions: { strict: false } });
  const yourTurn = () => {
    throw new NotSolvedYet("");
  };
  return new Function("yourTurn", `${outputText}; return ${functionName};`)(yourTurn);
}

/** What the compiler says of code that imports check and yourTurn; the kernel isn't strict. */
function typeErrors(code: string): string[] {
  const folder = path.resolve(__dirname, "../..");
  const file = path.join(folder, "cell-under-test.ts");
  const text = `import { check, yourTurn } from "./src/exercises/check"; void yourTurn;\n${code}`;
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2022.d.ts"],
    module: ts.ModuleKind.CommonJS,
    moduleResolution: ts.ModuleResolutionKind.Node10,
    types: ["node"],
    noEmit: true,
    skipLibCheck: true,
  };
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile;
  host.getSourceFile = (name, ...rest) =>
    name === file ? ts.createSourceFile(name, text, options.target!) : read(name, ...rest);
  host.fileExists = (name) => name === file || ts.sys.fileExists(name);
  host.getCurrentDirectory = () => folder;
  const program = ts.createProgram([file], options, host);
  return ts
    .getPreEmitDiagnostics(program, program.getSourceFile(file))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

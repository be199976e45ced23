/** The rows of the town: passages of an encyclopedia, and questions that one of them answers. */
import { choiceField, stringField, stringListField, type JsonObject } from "./json-lines";
import type { ReadRows } from "./sentence-datasets";
import type { Town, TownFact, TownPassage, TownQuestion, UnansweredQuestion } from "./types";

const STYLES = ["direct", "paraphrase", "indirect", "multi-fact"] as const;
const SOURCES = ["hand", "frame", "held-out frame"] as const;

export async function readTown(read: ReadRows): Promise<Town> {
  return {
    passages: await read("town/passages.jsonl", readPassage),
    train: await read("town/train.jsonl", readQuestion),
    dev: await read("town/dev.jsonl", readQuestion),
    test: await read("town/test.jsonl", readQuestion),
    unanswerable: await read("town/unanswerable.jsonl", readUnanswered),
    facts: await read("town/facts.jsonl", readFact),
  };
}

function readPassage(row: JsonObject): TownPassage {
  return {
    id: stringField(row, "id"),
    chapter: stringField(row, "chapter"),
    title: stringField(row, "title"),
    text: stringField(row, "text"),
  };
}

function readQuestion(row: JsonObject): TownQuestion {
  return {
    id: stringField(row, "id"),
    question: stringField(row, "question"),
    answer: stringField(row, "answer"),
    passageId: stringField(row, "passageId"),
    style: choiceField(row, "style", STYLES),
    source: choiceField(row, "source", SOURCES),
  };
}

function readUnanswered(row: JsonObject): UnansweredQuestion {
  return { id: stringField(row, "id"), question: stringField(row, "question") };
}

function readFact(row: JsonObject): TownFact {
  return {
    subject: stringField(row, "subject"),
    relation: stringField(row, "relation"),
    value: stringField(row, "value"),
    passageIds: stringListField(row, "passageIds"),
  };
}

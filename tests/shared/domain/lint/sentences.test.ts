import { describe, expect, test } from 'vitest';
import { foundRules, precisionAndRecall, scoresOf, scoreTable } from './measure.ts';
import { sentencesFirst } from './sentences-first.ts';
import { sentencesFresh } from './sentences-fresh.ts';
import { sentencesSecond } from './sentences-second.ts';

describe.each([
  { set: 'written before the rules', atLeast: 70, sentences: sentencesFirst },
  { set: 'written after the rules', atLeast: 70, sentences: sentencesSecond },
  { set: 'that no rule was fitted to', atLeast: 40, sentences: sentencesFresh },
])('sentences $set', ({ set, atLeast, sentences }) => {
  test.each(sentences)('$text', (sentence) => {
    expect(foundRules(sentence)).toEqual([...sentence.expected].sort());
  });

  test('overall precision and recall stay above 0.95', () => {
    console.log(scoreTable(`Sentences ${set}`, sentences));
    const overall = scoresOf(sentences).get('overall') ?? { right: 0, wrong: 0, missed: 0 };
    expect(overall.right).toBeGreaterThanOrEqual(atLeast / 2);
    const { precision, recall } = precisionAndRecall(overall);
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(recall).toBeGreaterThanOrEqual(0.95);
  });

  test('are enough of them, about half of them clean', () => {
    const clean = sentences.filter(({ expected }) => expected.length === 0).length;
    expect(sentences.length).toBeGreaterThanOrEqual(atLeast);
    expect(clean / sentences.length).toBeGreaterThan(0.4);
    expect(clean / sentences.length).toBeLessThan(0.6);
  });
});

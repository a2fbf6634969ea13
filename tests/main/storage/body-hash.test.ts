import { expect, test } from 'vitest';
import { bodyHash } from '../../../src/main/storage/body-hash.ts';
import type { Part } from '../../../src/shared/domain/reply.ts';

const text = (value: string): Part => ({ kind: 'text', text: value });
const hash = (...variants: Part[][]) => bodyHash({ variants });

test('white space at the ends of lines and of the text makes no difference', () => {
  expect(hash([text('您好  \n请稍等\t\n\n')])).toBe(hash([text('您好\n请稍等')]));
  expect(hash([text('您好　\n请稍等')])).toBe(hash([text('您好\n请稍等')]));
});

test.each<[string, Part[][]]>([
  ['another word', [[text('您好！')]]],
  ['white space within a line', [[text('您 好')]]],
  ['a line break', [[text('您\n好')]]],
  ['a second variant', [[text('您好')], [text('您好')]]],
  ['the same in two parts', [[text('您'), text('好')]]],
  ['a picture', [[text('您好'), { kind: 'image', hash: 'a'.repeat(64), alt: '' }]]],
])('%s makes another body', (_what, variants) => {
  expect(bodyHash({ variants })).not.toBe(hash([text('您好')]));
});

test('a picture counts by its bytes, not by its description', () => {
  const image = (alt: string): Part => ({ kind: 'image', hash: 'a'.repeat(64), alt });
  expect(hash([image('图一')])).toBe(hash([image('图二')]));
});

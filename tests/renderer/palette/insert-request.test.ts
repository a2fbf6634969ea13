import { describe, expect, test } from 'vitest';
import {
  buildInsertRequest,
  editableTexts,
  fieldNames,
  unfilledFields,
  unknownPlaceholders,
} from '../../../src/renderer/palette/insert-request.ts';
import { freshPreview } from '../../../src/renderer/palette/selection.ts';
import { view } from './samples.ts';

const reply = view('a', {
  revision: 7,
  remembered: { name: 'Ms Wang' },
  variants: [
    [
      {
        kind: 'text',
        pieces: [
          { kind: 'filled', name: 'greeting', text: 'Good morning' },
          { kind: 'text', text: ', ' },
          { kind: 'field', name: 'name' },
          { kind: 'text', text: ': ' },
          { kind: 'field', name: 'order' },
          { kind: 'cursor' },
        ],
      },
      { kind: 'image', url: null, alt: '', width: 1, height: 1 },
      {
        kind: 'text',
        pieces: [
          { kind: 'choice', index: 0, options: ['today', 'tomorrow'] },
          { kind: 'text', text: ' ' },
          { kind: 'field', name: 'order' },
        ],
      },
    ],
  ],
});

describe('what a preview sends', () => {
  test('a field that stands twice is asked for once', () => {
    expect(fieldNames(freshPreview(reply))).toEqual(['name', 'order']);
  });

  test('what is remembered for the window counts as filled in', () => {
    expect(unfilledFields(freshPreview(reply))).toEqual(['order']);
  });

  test('white space does not fill a field', () => {
    expect(unfilledFields({ ...freshPreview(reply), fields: { name: ' ', order: '1' } })).toEqual(['name']);
  });

  test('the request carries the revision, fields and choices on screen', () => {
    const preview = { ...freshPreview(reply), fields: { name: 'Ms Wang', order: '42' }, choices: [1] };
    expect(buildInsertRequest(preview, 'append')).toEqual({
      replyId: 'a',
      revision: 7,
      variant: 0,
      action: 'append',
      fields: { name: 'Ms Wang', order: '42' },
      choices: [1],
      editedTexts: null,
    });
  });

  test('editing starts from the filled texts and keeps an empty field as its placeholder', () => {
    const preview = { ...freshPreview(reply), choices: [1] };
    expect(editableTexts(preview)).toEqual(['Good morning, Ms Wang: {{order}}', 'tomorrow {{order}}']);
  });

  test('an edited text without the placeholder needs no field any more', () => {
    const preview = freshPreview(reply);
    expect(unfilledFields({ ...preview, editedTexts: ['Hi {{order}}', ''] })).toEqual(['order']);
    expect(unfilledFields({ ...preview, editedTexts: ['Hi', ''] })).toEqual([]);
  });

  test('an unknown placeholder is named until it is edited out', () => {
    const preview = freshPreview(view('b', { pieces: [{ kind: 'unknown', source: '{{?}}' }] }));
    expect(unknownPlaceholders(preview)).toEqual(['{{?}}']);
    expect(unknownPlaceholders({ ...preview, editedTexts: ['x {{?}}'] })).toEqual(['{{?}}']);
    expect(unknownPlaceholders({ ...preview, editedTexts: ['x'] })).toEqual([]);
  });
});

import { expect, test } from 'vitest';
import { translateAlfred } from '../../../../src/main/import-export/read/alfred.ts';
import { translateAutokey } from '../../../../src/main/import-export/read/autokey.ts';
import { translateBeeftext } from '../../../../src/main/import-export/read/beeftext-json.ts';
import { translateHelpdesk } from '../../../../src/main/import-export/read/helpdesk-placeholders.ts';
import { translateRaycast } from '../../../../src/main/import-export/read/raycast.ts';
import { translateTextExpander } from '../../../../src/main/import-export/read/snippet-csv.ts';
import { translateTextBlaze } from '../../../../src/main/import-export/read/text-blaze.ts';
import type { TranslatedText } from '../../../../src/main/import-export/read/translate.ts';
import { parseTemplate } from '../../../../src/shared/domain/placeholders.ts';

type Tool = (text: string) => TranslatedText;
type Case = [theirs: string, ours: string];

const translated: [name: string, tool: Tool, cases: Case[]][] = [
  [
    'Beeftext',
    translateBeeftext,
    [
      ['#{dateTime}', '{{date}} {{time}}'],
      ['#{dateTime:yyyy-MM-dd}', '{{date}}'],
      ['#{dateTime:hh:mm}', '{{time}}'],
      ['#{dateTime:+3d:yyyy/MM/dd hh:mm}', '{{date+3d}} {{time}}'],
      ['#{dateTime:-2w:dd.MM.yyyy}', '{{date-14d}}'],
      ['#{dateTime:yyyy年MM月dd日}', '{{date}}'],
      ['#{input:订单号}', '{{订单号}}'],
      ['#{input:Your name?}', '{{Your name}}'],
      ['#{input:date}', '{{date_}}'],
      ['{"a": 1}', '{"a": 1}'],
    ],
  ],
  [
    'TextExpander',
    translateTextExpander,
    [
      ['%Y-%m-%d', '{{date}}'],
      ['%H:%M', '{{time}}'],
      ['100%%', '100%'],
      ['50% off and 10% more', '50% off and 10% more'],
      ['%filltext:name=order:default=1%', '{{order}}'],
      ['%fillpopup:name=day:default=今天:明天:后天%', '{{choice:今天|明天|后天}}'],
      ['a%key:enter%b', 'a\nb'],
    ],
  ],
  [
    'Raycast',
    translateRaycast,
    [
      ['{date} {time}', '{{date}} {{time}}'],
      ['{datetime}', '{{date}} {{time}}'],
      ['{date offset="+2d"}', '{{date+2d}}'],
      ['{date format="yyyy-MM-dd"}', '{{date}}'],
      ['{argument name="订单号"}', '{{订单号}}'],
      ['{argument name="day" options="今天, 明天"}', '{{choice:今天|明天}}'],
      ['{"json": true}', '{"json": true}'],
    ],
  ],
  [
    'Alfred',
    translateAlfred,
    [
      ['{date:long}', '{{date}}'],
      ['{date +3d}', '{{date+3d}}'],
      ['{date:yyyy-MM-dd}', '{{date}}'],
      ['{datetime}', '{{date}} {{time}}'],
      ['{isodate:yyyy-MM-dd}', '{{date}}'],
    ],
  ],
  [
    'Text Blaze',
    translateTextBlaze,
    [
      ['{time: YYYY-MM-DD}', '{{date}}'],
      ['{time: YYYY-MM-DD; shift=+1D}', '{{date+1d}}'],
      ['{formmenu: 今天; 明天; name=day}', '{{choice:今天|明天}}'],
      ['{formparagraph: name=地址; rows=3}', '{{地址}}'],
      ['a{key: enter}b', 'a\nb'],
    ],
  ],
  [
    'AutoKey',
    translateAutokey,
    [
      ['<cursor>', '{{cursor}}'],
      ['<date format=%d.%m.%Y %H:%M>', '{{date}} {{time}}'],
      ['a < b > c', 'a < b > c'],
    ],
  ],
  ['a help desk', translateHelpdesk, [['{{ current_user.name }}', '{{agent.name}}']]],
];

for (const [name, tool, cases] of translated) {
  test.each(cases)(`translates %j of ${name}`, (theirs, ours) => {
    expect(tool(theirs)).toEqual({ text: ours, reasons: [] });
    expect(parseTemplate(ours).filter((piece) => piece.kind === 'unknown')).toEqual([]);
  });
}

const kept: [name: string, tool: Tool, theirs: string, reason: string][] = [
  ['Beeftext', translateBeeftext, '#{combo:sig}', 'unknown-placeholder'],
  ['Beeftext', translateBeeftext, '#{dateTime:yyyy}', 'unknown-placeholder'],
  ['Beeftext', translateBeeftext, '#{dateTime:+1M:yyyy-MM-dd}', 'unknown-placeholder'],
  ['Beeftext', translateBeeftext, '#{powershell:C:\\x.ps1}', 'script-variable'],
  ['Beeftext', translateBeeftext, 'Hi {{date}}', 'unknown-placeholder'],
  ['TextExpander', translateTextExpander, '%snippet:sig%', 'unknown-placeholder'],
  ['TextExpander', translateTextExpander, '%A', 'unknown-placeholder'],
  ['Raycast', translateRaycast, '{clipboard | trim}', 'unknown-placeholder'],
  ['Raycast', translateRaycast, '{uuid}', 'unknown-placeholder'],
  ['Alfred', translateAlfred, '{clipboard:1}', 'unknown-placeholder'],
  ['Text Blaze', translateTextBlaze, '{=1+1}', 'script-variable'],
  ['Text Blaze', translateTextBlaze, '{import: /sig}', 'unknown-placeholder'],
  ['AutoKey', translateAutokey, '<script name=x args=>', 'script-variable'],
  ['AutoKey', translateAutokey, '{{name}}', 'unknown-placeholder'],
  ['a help desk', translateHelpdesk, '{{ticket.requester.name}}', 'unknown-placeholder'],
  ['a help desk', translateHelpdesk, '{% if x %}', 'unknown-placeholder'],
];

test.each(kept)('keeps what only %s knows and flags it: %#', (_name, tool, theirs, reason) => {
  expect(tool(theirs)).toEqual({ text: theirs, reasons: [reason] });
});

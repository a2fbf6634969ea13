import { delimited, kefubaoTable, sampleRows, spell } from '../../tests/support/import-rows.ts';
import { spellings } from './spellings.ts';

const lines = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

const categories = [...new Set(sampleRows.map((row) => row.category))];

/** A stable identifier in the form that the tools use. */
function uuid(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** Files of text by their path below the folder of fixtures. */
export function textFixtures(): Record<string, string> {
  return {
    'kefubao.csv': `\ufeff${delimited(kefubaoTable(sampleRows))}`,
    'semicolons.csv': delimited(kefubaoTable(sampleRows), ';', '\n'),
    'content-type-tag.csv': delimited([
      ['内容', '类型', '标签'],
      ...sampleRows.map(({ body, category, tag }) => [body, category, `${tag}、常用`]),
    ]),
    'robot.csv': delimited([
      ['分类名称', '意图类型', '关键词', '回复内容', '优先级'],
      ...sampleRows.map(({ category, subcategory, tag, body }) => [
        category,
        subcategory,
        `${tag},常用`,
        `${body}|好的，${body}`,
        '1',
      ]),
    ]),
    'no-header.csv': delimited(sampleRows.map(({ title, body }) => [title, body])),
    'english.csv': delimited([
      ['Folder', 'Title', 'Snippet', 'Shortcut', 'Tags', 'Expiration Date', 'Notes'],
      ...sampleRows.map(({ category, title, body, shortcode, tag }) => [
        category,
        title,
        body,
        shortcode,
        tag,
        '2026-03-01',
        'checked',
      ]),
    ]),
    'beeftext.json': lines(beeftext()),
    'beeftext-v1.json': lines(beeftextOne()),
    'beeftext.csv': delimited(
      sampleRows.map(({ shortcode, body, title }) => [shortcode, spell(body, spellings.beeftext), title]),
      ',',
      '\n',
    ),
    'textexpander/售后模板.csv': delimited(
      sampleRows.map(({ shortcode, body, title }) => [
        `;${shortcode}`,
        spell(body, spellings.textexpander),
        title,
      ]),
      ',',
      '\r',
    ),
    'raycast.json': lines(
      sampleRows.map(({ title, body, shortcode }) => ({
        name: title,
        text: spell(body, spellings.raycast),
        keyword: shortcode,
      })),
    ),
    'text-blaze.json': lines(textBlaze()),
    'zendesk.json': lines(zendesk()),
    'gorgias.json': lines(gorgias()),
    'chatwoot.json': lines(
      sampleRows.map(({ shortcode, body }) => ({
        short_code: shortcode,
        content: spell(body, spellings.helpdesk),
      })),
    ),
    'intercom.json': lines({
      type: 'list',
      data: sampleRows.map(({ title, body }, index) => ({
        id: String(index + 1),
        name: title,
        body: asHtml(spell(body, spellings.helpdesk)),
        body_text: spell(body, spellings.helpdesk),
      })),
    }),
    'espanso.yml': espanso(),
    ...espansoPackage(),
    ...autokey(),
  };
}

function beeftext() {
  return {
    fileFormatVersion: 8,
    combos: sampleRows.map(({ category, title, body, shortcode }, index) => ({
      uuid: `{${uuid(index + 1)}}`,
      name: title,
      keyword: shortcode,
      snippet: spell(body, spellings.beeftext),
      description: '',
      matchingMode: 0,
      group: `{${uuid(100 + categories.indexOf(category))}}`,
      enabled: index !== 9,
      creationDateTime: '2026-01-05T08:00:00.000',
      modificationDateTime: '2026-01-05T08:00:00.000',
    })),
    groups: categories.map((name, index) => ({
      uuid: `{${uuid(100 + index)}}`,
      name,
      description: '',
      enabled: true,
    })),
  };
}

function beeftextOne() {
  return {
    fileFormatVersion: 1,
    combos: sampleRows.map(({ title, body, shortcode }, index) => ({
      uuid: `{${uuid(index + 1)}}`,
      name: title,
      comboText: shortcode,
      substitutionText: spell(body, spellings.beeftext),
      created: '2017-01-05T08:00:00',
      lastModified: '2017-01-05T08:00:00',
    })),
  };
}

function textBlaze() {
  return {
    version: 7,
    folders: categories.map((name) => ({
      name,
      snippets: sampleRows
        .filter((row) => row.category === name)
        .map(({ title, shortcode, body }) => ({
          name: title,
          shortcut: `/${shortcode}`,
          type: 'text',
          text: spell(body, spellings.textBlaze),
        })),
    })),
  };
}

function zendesk() {
  return {
    count: sampleRows.length,
    macros: sampleRows.map(({ category, subcategory, title, body }, index) => ({
      id: index + 1,
      title: `${category}::${subcategory}::${title}`,
      active: index !== 9,
      description: null,
      actions: [
        { field: 'status', value: 'solved' },
        index % 2 === 0
          ? { field: 'comment_value', value: spell(body, spellings.helpdesk) }
          : { field: 'comment_value_html', value: asHtml(spell(body, spellings.helpdesk)) },
      ],
    })),
  };
}

function gorgias() {
  return sampleRows.map(({ title, body, tag }, index) => ({
    id: index + 1,
    name: title,
    intent: null,
    language: 'zh',
    actions: [
      {
        name: 'setResponseText',
        arguments: {
          body_text: spell(body, spellings.helpdesk),
          body_html: asHtml(spell(body, spellings.helpdesk)),
        },
      },
      { name: 'addTags', arguments: { tags: tag } },
    ],
  }));
}

function asHtml(body: string): string {
  const escaped = body.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  return escaped
    .split('\n\n')
    .map((paragraph) => `<p>${paragraph.replaceAll('\n', '<br>')}</p>`)
    .join('');
}

function yamlMatch(lines_: readonly string[]): string {
  return `  - ${lines_.join('\n    ')}\n`;
}

function espanso(): string {
  const matches = sampleRows.map(({ title, body, shortcode, tag }) =>
    yamlMatch([
      `trigger: ":${shortcode}"`,
      `label: ${title}`,
      `search_terms: [${tag}]`,
      `replace: ${JSON.stringify(spell(body, spellings.espanso))}`,
    ]),
  );
  const globals = [
    'global_vars:',
    '  - name: clip',
    '    type: clipboard',
    '  - name: today',
    '    type: date',
    '    params:',
    '      format: "%Y-%m-%d"',
    '  - name: asked',
    '    type: form',
    '    params:',
    '      layout: "订单号 [[订单号]]"',
  ];
  return `${globals.join('\n')}\n\nmatches:\n${matches.join('')}`;
}

/** A package with everything that Espanso's matches may have, and a picture. */
function espansoPackage(): Record<string, string> {
  return {
    'espanso/_manifest.yml': 'name: shop-replies\ntitle: 店铺话术\nversion: 0.1.0\nauthor: Sample\n',
    'espanso/package.yml': `matches:
  - triggers: [":hello", ":hi"]
    replace: "您好，{{name}}"
    vars:
      - name: name
        type: echo
        params: { echo: 小王 }
  - trigger: ":pick"
    replace: "请选{{colour}}"
    vars:
      - name: colour
        type: choice
        params: { values: [红色, { label: 蓝色, id: blue }] }
  - trigger: ":thanks"
    replace: "{{any}}"
    vars:
      - name: any
        type: random
        params: { choices: [谢谢您, 感谢支持] }
  - trigger: ":size"
    image_path: "$CONFIG/images/size.png"
  - trigger: ":gone"
    image_path: "$CONFIG/images/gone.png"
  - trigger: ":ask"
    form: |
      订单 [[order]] 的地址是 [[place]]
    form_fields:
      place: { type: choice, values: [家, 公司] }
  - regex: ":greet(?P<who>.*)"
    replace: "Hi {{who}}"
  - trigger: ":ip"
    replace: "{{ip}}"
    vars:
      - name: ip
        type: shell
        params: { cmd: "curl ifconfig.me" }
  - trigger: ":rich"
    html: '<p>第一段</p><p>第二段 <a href="https://shop.example/a">链接</a></p>'
  - trigger: ":due"
    replace: "{{due}} 前有效，{{nobody}}"
`,
    'espanso/dates.yml': `imports:
  - "../elsewhere.yml"
global_vars:
  - name: due
    type: date
    params: { format: "%Y年%m月%d日 %H:%M", offset: 259200 }
`,
  };
}

function autokey(): Record<string, string> {
  const files: Record<string, string> = {
    'autokey/folder.json': lines({ type: 'folder', title: '我的话术' }),
  };
  for (const [index, category] of categories.entries()) {
    files[`autokey/folder${index + 1}/folder.json`] = lines({ type: 'folder', title: category });
  }
  for (const { category, title, body, shortcode } of sampleRows) {
    const folder = `autokey/folder${categories.indexOf(category) + 1}`;
    files[`${folder}/${shortcode}.txt`] = spell(body, spellings.autokey);
    files[`${folder}/.${shortcode}.json`] = lines({
      type: 'phrase',
      description: title,
      abbreviation: { abbreviations: [shortcode], wordChars: '[\\w]', immediate: false },
      sendMode: 'kb',
    });
  }
  return files;
}

import { catalogue } from '../catalogue.ts';

/** What the program writes to a terminal. */
export const commandLineMessages = catalogue(
  {
    usage: [
      '用法：',
      '  repartee                  启动，或打开已在运行的快捷面板',
      '  repartee import 文件...   把这些文件导入话术库（先预览，再确认）',
      '  repartee --help           显示这段说明',
    ].join('\n'),
    wrong: '看不懂“{argument}”。',
    noFile: '“import”后面要写文件名。',
  },
  {
    usage: [
      '用法：',
      '  repartee                  啟動，或開啟執行中的快捷面板',
      '  repartee import 檔案...   把這些檔案匯入話術庫（先預覽，再確認）',
      '  repartee --help           顯示這段說明',
    ].join('\n'),
    wrong: '看不懂「{argument}」。',
    noFile: '「import」後面要寫檔案名稱。',
  },
  {
    usage: [
      'Usage:',
      '  repartee                  start, or open the palette of the running app',
      '  repartee import FILE...   bring these files into the library (with a preview first)',
      '  repartee --help           show this text',
    ].join('\n'),
    wrong: 'Not understood: {argument}',
    noFile: 'import needs the name of a file.',
  },
);

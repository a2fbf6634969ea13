import { catalogue } from '../catalogue.ts';

/** Names of settings that have no row of their own name in the settings window, for notices about them. */
export const settingNames = catalogue(
  {
    'hotkey.manager': '打开话术管理的快捷键',
    'manager.tourDone': '管理窗口的导览',
    'lint.admitFault': '话术检查：承认过失',
    'lint.off': '话术检查：关闭的规则',
    'lint.on': '话术检查：开启的规则',
    'lint.words': '话术检查：词表',
    'backup.keep': '每日备份保留份数',
    'backup.folder': '备份文件夹',
    'insight.keepFailedSearches': '记录没有结果的搜索',
    'palette.scale': '搜索面板的大小',
  },
  {
    'hotkey.manager': '開啟話術管理的快速鍵',
    'manager.tourDone': '管理視窗的導覽',
    'lint.admitFault': '話術檢查：承認過失',
    'lint.off': '話術檢查：關閉的規則',
    'lint.on': '話術檢查：開啟的規則',
    'lint.words': '話術檢查：詞表',
    'backup.keep': '每日備份保留份數',
    'backup.folder': '備份資料夾',
    'insight.keepFailedSearches': '記錄沒有結果的搜尋',
    'palette.scale': '搜尋面板的大小',
  },
  {
    'hotkey.manager': 'hotkey of the manager',
    'manager.tourDone': 'tour of the manager',
    'lint.admitFault': 'wording check: admitting fault',
    'lint.off': 'wording check: rules switched off',
    'lint.on': 'wording check: rules switched on',
    'lint.words': 'wording check: word list',
    'backup.keep': 'daily backups kept',
    'backup.folder': 'backup folder',
    'insight.keepFailedSearches': 'remembering searches without a result',
    'palette.scale': 'size of the palette',
  },
);

import type { Complaint } from '../../command-line/complaint.ts';
import type { UnreadableWorkbook } from '../../spreadsheet/unreadable.ts';

/** Why a file is no spreadsheet to this program, and what to do. */
export function describeUnreadable(problem: UnreadableWorkbook): Complaint {
  switch (problem.unreadable) {
    case 'legacy':
      return {
        what: {
          zh: '这是旧版 xls/et 文件，或设有密码',
          en: 'it is a workbook of the old xls format, or one behind a password',
        },
        remedy: {
          zh: '用 Excel 或 WPS 打开，去掉密码，另存为 xlsx。',
          en: 'Open it in Excel or WPS, remove the password and save it as xlsx.',
        },
      };
    case 'workbook':
      return {
        what: { zh: '不是可以读取的表格文件', en: 'it is no spreadsheet that can be read' },
        remedy: { zh: '请另存为 xlsx 或 csv。', en: 'Save it as xlsx or csv.' },
      };
    case 'csv': {
      const { line } = problem;
      return {
        what: {
          zh: line === undefined ? 'CSV 格式有误' : `第${line}行的 CSV 格式有误`,
          en: line === undefined ? 'it is no valid CSV' : `line ${line} is no valid CSV`,
        },
        remedy: { zh: '核对该处的引号，或另存为 xlsx。', en: 'Check the quotes there, or save it as xlsx.' },
      };
    }
  }
}

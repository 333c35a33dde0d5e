/** What the law says follows from a breach: each provision once, with its article, as whole sentences. */
import type { Text } from '../domain/text.ts';

/** Three to five times the gain, as articles 69 of the Telecommunications Regulations, 41 of the number measures and 19 of Order 292 say alike. */
const GAIN_AND_FINE: Text = {
  zh: '没收违法所得，处违法所得3倍以上5倍以下罚款；没有违法所得或者不足5万元的，处10万元以上100万元以下罚款',
  en: 'confiscation of the illegal gains and a fine of three to five times the gains, or of CNY 100,000 to 1,000,000 if there are none or less than CNY 50,000',
};

export const UNLICENSED_BUSINESS: Text = {
  zh: `《电信条例》第69条第1项：责令改正，${GAIN_AND_FINE.zh}；情节严重的，责令停业整顿，并直接列入电信业务经营失信名单（《电信业务经营许可管理办法》第46条）。`,
  en: `Telecommunications Regulations, article 69(1): an order to correct, ${GAIN_AND_FINE.en}; in serious cases the business is suspended and the operator is put directly on the list of dishonest operators (Order 42, article 46).`,
};

/** Articles 24, 29 and 31 among others; who is fined is also listed, by article 42. */
export const LICENSING_FINE: Text = {
  zh: '《电信业务经营许可管理办法》第48条：责令改正，给予警告，可以并处5000元以上3万元以下罚款。受到处罚的，30日内列入电信业务经营不良名单（第42条第1款）。',
  en: 'Order 42, article 48: an order to correct and a warning, and possibly a fine of CNY 5,000 to 30,000. An operator that is punished is put on the list of misconduct within 30 days (article 42, paragraph 1).',
};

export const LICENCE_TRANSFER: Text = {
  zh: '《电信条例》第68条：没收违法所得，处违法所得3倍以上5倍以下罚款；没有违法所得或者不足1万元的，处1万元以上10万元以下罚款。',
  en: 'Telecommunications Regulations, article 68: confiscation of the illegal gains and a fine of three to five times the gains, or of CNY 10,000 to 100,000 if there are none or less than CNY 10,000.',
};

export const UNPAID_NUMBER_FEE: Text = {
  zh: '《电信条例》第70条第4项：拒不缴纳的，责令改正，没收违法所得，处违法所得1倍以上3倍以下罚款；没有违法所得或者不足1万元的，处1万元以上10万元以下罚款；情节严重的，责令停业整顿。',
  en: 'Telecommunications Regulations, article 70(4), on refusal to pay: an order to correct, confiscation of the illegal gains and a fine of one to three times the gains, or of CNY 10,000 to 100,000 if there are none or less than CNY 10,000; in serious cases the business is suspended.',
};

/** @param item of article 40 of the number measures */
export function numberFine(item: number): Text {
  return {
    zh: `《电信网码号资源管理办法》第40条第${item}项：责令改正，视情节轻重可以给予警告，并处5000元以上3万元以下罚款。`,
    en: `Order 28, article 40(${item}): an order to correct, possibly a warning depending on the gravity, and a fine of CNY 5,000 to 30,000.`,
  };
}

/** @param item of article 41 of the number measures */
export function numberMisuse(item: number): Text {
  return {
    zh: `《电信网码号资源管理办法》第41条第${item}项：责令改正，${GAIN_AND_FINE.zh}。`,
    en: `Order 28, article 41(${item}): an order to correct, ${GAIN_AND_FINE.en}.`,
  };
}

/** @param items of article 38 of the number measures */
export function numberTakenBack(...items: readonly number[]): Text {
  return {
    zh: `《电信网码号资源管理办法》第38条第${items.join('、')}项：可以收回码号。`,
    en: `Order 28, article 38(${items.join(', ')}): the number can be taken back.`,
  };
}

export const UNREGISTERED_CHANGE: Text = {
  zh: '《市场主体登记管理条例》第46条：责令改正；拒不改正的，处1万元以上10万元以下罚款；情节严重的，吊销营业执照。',
  en: 'Order 746, article 46: an order to correct; on refusal a fine of CNY 10,000 to 100,000, and in serious cases the business licence is revoked.',
};

export const GRADED_PROTECTION_FINE: Text = {
  zh: '《网络安全法》第61条：不履行网络安全等级保护义务的，责令改正，给予警告，可以处1万元以上5万元以下罚款；拒不改正或者造成危害后果的，处5万元以上50万元以下罚款，直接负责的主管等人员处1万元以上10万元以下罚款。',
  en: 'Cybersecurity Law, article 61: an order to correct and a warning, and possibly a fine of CNY 10,000 to 50,000; on refusal or if harm results CNY 50,000 to 500,000, and CNY 10,000 to 100,000 for the managers in charge and others directly responsible.',
};

export const NETWORK_PROTECTION_FINE: Text = {
  zh: '《通信网络安全防护管理办法》第22条：责令改正；拒不改正的，给予警告，并处5000元以上3万元以下罚款。',
  en: 'Order 11, article 22: an order to correct; on refusal a warning and a fine of CNY 5,000 to 30,000.',
};

/** Order 292, article 19, paragraph 1. */
export const BEYOND_SITE_LICENCE: Text = {
  zh: `超出许可的项目提供服务的，《互联网信息服务管理办法》第19条第1款：责令限期改正，${GAIN_AND_FINE.zh}；情节严重的，责令关闭网站。`,
  en: `For services beyond the licensed items, Order 292, article 19, paragraph 1: an order to correct within a time limit, ${GAIN_AND_FINE.en}; in serious cases an order to close the site.`,
};

/** The text of 2005; what the amendment of 2024 made of it was not read. */
export const SITE_FILING_FINE: Text = {
  zh: '非经营性备案未按时变更的，《非经营性互联网信息服务备案管理办法》（2005年文本）第26条：责令限期改正，并处1万元罚款。',
  en: 'For a filing that is not changed in time, Order 33 (text of 2005), article 26: an order to correct within a time limit and a fine of CNY 10,000.',
};

export const ADDRESS_FILING_FINE: Text = {
  zh: '《互联网IP地址备案管理办法》第17条：责令限期改正；逾期不改的，给予警告或者处1万元罚款，或者同时处以上两种处罚。',
  en: 'Order 34, article 17: an order to correct within a time limit; after that a warning, a fine of CNY 10,000, or both.',
};

export const PERSONAL_INFORMATION_FINE: Text = {
  zh: '《个人信息保护法》第66条：责令改正，给予警告，没收违法所得；拒不改正的，并处100万元以下罚款；情节严重的，处5000万元以下或者上一年度营业额5%以下罚款。',
  en: 'Personal Information Protection Law, article 66: an order to correct, a warning and confiscation of the illegal gains; on refusal a fine of up to CNY 1,000,000, and in serious cases up to CNY 50,000,000 or five per cent of the turnover of the previous year.',
};

export const PLATFORM_TAX_FINE: Text = {
  zh: '《互联网平台企业涉税信息报送规定》第10条：责令限期改正；逾期不改正的，处2万元以上10万元以下罚款；情节严重的，责令停业整顿，并处10万元以上50万元以下罚款。',
  en: 'Order 810, article 10: an order to correct within a time limit; after that a fine of CNY 20,000 to 100,000, and in serious cases the business is suspended and the fine is CNY 100,000 to 500,000.',
};

/** Of the order of 2015; the penalties of Order 74 were not read. */
export const MESSAGE_FINE_2015: Text = {
  zh: '2026年4月30日以前的，《通信短信息服务管理规定》（工业和信息化部令第31号）第34条：责令限期改正，予以警告，可以并处1万元以上3万元以下罚款，并向社会公告。',
  en: 'Until 30 April 2026, Order 31 of 2015, article 34: an order to correct within a time limit and a warning, possibly a fine of CNY 10,000 to 30,000, and public notice.',
};

import { addDays, type CalendarDay, daysBetween, formatDay } from './calendar-day.ts';
import type { CoverFault, Interval } from './cover.ts';
import { count, type Text } from './text.ts';

/** What is wrong with the cover by a kind of resource, in words. */
export function describeFault(fault: CoverFault, name: Text, asOf: CalendarDay): Text {
  switch (fault.status) {
    case 'missing':
      return fault.onRecord === 0
        ? { zh: `没有登记${name.zh}`, en: `no ${name.en} on record` }
        : { zh: `登记的${name.zh}没有一天有效`, en: `no ${name.en} on record is valid on any day` };
    case 'pending': {
      const from = formatDay(fault.next.from);
      return { zh: `${name.zh}要到${from}才生效`, en: `the ${name.en} starts only on ${from}` };
    }
    case 'expired': {
      const open = formatDay(addDays(fault.end, 1));
      const days = daysBetween(fault.end, asOf);
      const back = fault.next === undefined ? undefined : formatDay(fault.next.from);
      return {
        zh: `${open}起没有有效的${name.zh}（已${days}天）${back === undefined ? '' : `，${back}才恢复`}`,
        en: `no ${name.en} since ${open} (${count(days, 'day')})${back === undefined ? '' : `; the next one starts on ${back}`}`,
      };
    }
    case 'expiring': {
      const end = formatDay(fault.end);
      const days = daysBetween(asOf, fault.end);
      const back = fault.next === undefined ? undefined : formatDay(fault.next.from);
      return {
        zh: `${name.zh}最后有效日为${end}（还有${days}天），${back === undefined ? '之后没有接续' : `${back}才接上`}`,
        en: `the ${name.en} ends on ${end}, in ${count(days, 'day')}; ${back === undefined ? 'nothing follows it' : `the next one starts only on ${back}`}`,
      };
    }
    case 'gap': {
      const days = fault.gaps.map(({ from, to }) => daysBetween(from, to) + 1);
      const spans = fault.gaps.map(({ from, to }) => [formatDay(from), formatDay(to)] as const);
      return {
        zh: `${spans.map(([from, to]) => `${from}至${to}`).join('、')}没有有效的${name.zh}（断开${days.join('天、')}天）`,
        en: `no ${name.en} ${spans.map(([from, to], at) => `from ${from} to ${to} (${count(days[at] ?? 0, 'day')})`).join(' and ')}`,
      };
    }
  }
}

/** What to do where the next contract is on record and only the days before it are open. */
export function bridge(next: Interval): Text {
  const until = formatDay(addDays(next.from, -1));
  return {
    zh: `把断开的日子补上：延长原合同，或另签一份有效到${until}的合同并登记。`,
    en: `Close the days that are open: have the old contract extended, or sign and record one that runs until ${until}.`,
  };
}

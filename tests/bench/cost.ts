/** What a process costs, and what many runs of it say. */
import { spawnSync } from 'node:child_process';

export interface Cost {
  /** Milliseconds of processor time, user and system, of all threads. */
  readonly cpu: number;
  /** Megabytes of memory at the most. */
  readonly memory: number;
}

/** Something to be measured. */
export interface Subject {
  readonly name: string;
  readonly run: () => Cost;
}

/** Written to the error stream when the process ends, behind all that it writes itself. */
const METER = `data:text/javascript,process.on("exit",()=>{const{userCPUTime:u,systemCPUTime:s,maxRSS:m}=process.resourceUsage();process._rawDebug("bench:"+(u+s)/1e3+":"+m/1e3)})`;

export interface Run {
  readonly cwd?: string;
  /** Exit codes that are an answer; else the measurement means nothing and the bench ends. */
  readonly codes?: readonly number[];
}

/** A run of Node, which measures itself: to a thousandth of a millisecond. */
export function nodeCost(args: readonly string[], { cwd, codes = [0, 1] }: Run = {}): Cost {
  const { status, stderr } = spawnSync(process.execPath, ['--import', METER, ...args], {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    env: { ...process.env, LEDGER_LANG: 'en' },
  });
  const [, cpu, memory] = /bench:([\d.]+):([\d.]+)\s*$/u.exec(stderr) ?? [];
  if (cpu === undefined || memory === undefined || status === null || !codes.includes(status)) {
    throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr.slice(0, 500)}`);
  }
  return { cpu: Number(cpu), memory: Number(memory) };
}

/** A run of any program, as GNU time measures it: to ten milliseconds. */
export function programCost(command: string, args: readonly string[], { cwd, codes = [0, 1] }: Run = {}): Cost {
  const { status, stderr } = spawnSync('time', ['-f', 'bench:%U:%S:%M', command, ...args], {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  const [, user, system, memory] = /bench:([\d.]+):([\d.]+):(\d+)\s*$/u.exec(stderr) ?? [];
  if (memory === undefined || status === null || !codes.includes(status)) {
    throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${stderr.slice(0, 500)}`);
  }
  return { cpu: (Number(user) + Number(system)) * 1000, memory: Number(memory) / 1000 };
}

export function isInstalled(command: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${command}`]).status === 0;
}

export interface Figures {
  /** Milliseconds of processor time. */
  readonly median: number;
  readonly least: number;
  /** Between the first quarter of the runs and the last. */
  readonly spread: number;
  /** Megabytes, the median. */
  readonly memory: number;
}

/** Each in turn, round by round, so that what disturbs the machine disturbs all alike. */
export function measure(subjects: readonly Subject[], rounds: number): ReadonlyMap<string, Figures> {
  const costs = new Map<string, Cost[]>(subjects.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, run } of subjects) costs.get(name)?.push(run());
    process.stderr.write('.');
  }
  process.stderr.write('\n');
  return new Map([...costs].map(([name, all]) => [name, figuresOf(all)]));
}

function figuresOf(costs: readonly Cost[]): Figures {
  const cpu = costs.map((one) => one.cpu).toSorted((one, other) => one - other);
  const memory = costs.map((one) => one.memory).toSorted((one, other) => one - other);
  return {
    median: at(cpu, 0.5),
    least: at(cpu, 0),
    spread: at(cpu, 0.75) - at(cpu, 0.25),
    memory: at(memory, 0.5),
  };
}

/** @param share of the sorted values that lie below, from 0 to 1 */
function at(sorted: readonly number[], share: number): number {
  return sorted[Math.round((sorted.length - 1) * share)] ?? Number.NaN;
}

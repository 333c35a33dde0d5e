/** What the single executable runs: the program, without the folder of files beside it. */
import { main } from '../cli.ts';

void main();

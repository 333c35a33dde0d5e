import { tolerating } from './system-error.ts';

/** What the system says about a path; undefined where nothing stands there. */
export async function ifThere<Answer>(asked: Promise<Answer>): Promise<Answer | undefined> {
  return tolerating(['ENOENT'], asked);
}

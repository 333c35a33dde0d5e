// Generated from this folder by `npm run generate`.
import type { LicenceKind } from '../domain/licence-kind.ts';
import cdn from './cdn.ts';
import idc from './idc.ts';
import isp from './isp.ts';

export const licenceKinds: readonly LicenceKind[] = [cdn, idc, isp];

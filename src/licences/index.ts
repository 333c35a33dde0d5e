// Generated from this folder by `npm run generate`.
import type { LicenceKind } from '../domain/licence-kind.ts';
import callCentre from './call-centre.ts';
import cdn from './cdn.ts';
import dns from './dns.ts';
import edi from './edi.ts';
import fixedData from './fixed-data.ts';
import icp from './icp.ts';
import idc from './idc.ts';
import ipVpn from './ip-vpn.ts';
import isp from './isp.ts';
import multiparty from './multiparty.ts';
import networkHosting from './network-hosting.ts';
import number106 from './number-106.ts';
import number400 from './number-400.ts';
import number700 from './number-700.ts';
import number95 from './number-95.ts';
import number96 from './number-96.ts';
import premisesNetwork from './premises-network.ts';
import sp from './sp.ts';
import storeForward from './store-forward.ts';

export const licenceKinds: readonly LicenceKind[] = [callCentre, cdn, dns, edi, fixedData, icp, idc, ipVpn, isp, multiparty, networkHosting, number106, number400, number700, number95, number96, premisesNetwork, sp, storeForward];

export const kindsByName: ReadonlyMap<string, LicenceKind> = new Map(licenceKinds.map((one) => [one.kind, one]));

/** What holds for every contract and proof, whichever licence it serves, and what holds for single kinds of them. */
import type { Rule } from '../domain/rule.ts';
import { certificateLifetime } from './resource/certificate-lifetime.ts';
import { domainRegistrant } from './resource/domain-registrant.ts';
import { expiry } from './resource/expiry.ts';
import { leaseTerm } from './resource/lease-term.ts';
import { notice } from './resource/notice.ts';

export const resourceRules: readonly Rule[] = [expiry, notice, certificateLifetime, domainRegistrant, leaseTerm];

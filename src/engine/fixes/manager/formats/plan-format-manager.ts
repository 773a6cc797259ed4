// A value from a secret manager in the files of other tools: those that can ask one, each in its own way.

import { managerTitles } from '../../../managers/manager-titles.ts';
import type { SecretAddress } from '../../../managers/secret-address.ts';
import { phrase } from '../../../phrase.ts';
import { withheld } from '../../dialect.ts';
import type { FixRequest } from '../../fix-way.ts';
import type { FormatFix } from '../../formats/format-fix.ts';
import type { FixPlan } from '../../plan.ts';
import { secretName } from '../secret-name.ts';
import { planExternalSecret } from './external-secret.ts';
import { planEphemeral } from './terraform-ephemeral.ts';
import { planWorkflowStep } from './workflow-step.ts';

/** `address`: of a secret whose name can be written in any of these files. */
type PlanFormatManager = (request: FixRequest, address: SecretAddress) => FixPlan;

const plans: Readonly<Record<string, PlanFormatManager>> = {
  terraform: planEphemeral,
  kubernetes: planExternalSecret,
  'github-actions': planWorkflowStep,
};

export function planFormatManager({ id, title }: FormatFix, request: FixRequest): FixPlan {
  const address = request.manager?.address;
  if (address === undefined) return withheld(phrase('No secret manager is chosen.'));
  const plan = plans[id];
  if (plan === undefined)
    return withheld(
      phrase('{1} reads nothing from {0}: start its tool with the secrets in the environment.', managerTitles[address.manager], title),
    );
  if (secretName(address) === undefined)
    return withheld(phrase('The secret’s name has characters that cannot be written in code: {0}.', address.name));
  const made = plan(request, address);
  return made.kind === 'withheld' ? made : { ...made, secret: address };
}

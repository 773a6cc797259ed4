// Every rule, in the order of the documentation. A new family is added here and nowhere else.

import { once } from '../once.ts';
import { accountFileRules } from './account-files.ts';
import { addressRules } from './address-keys.ts';
import { annotatedRules } from './annotated-credentials.ts';
import { anthropicRules } from './anthropic.ts';
import { atlassianRules } from './atlassian.ts';
import { awsRules } from './aws.ts';
import { azureRules } from './azure.ts';
import { azureIdentifiableRules } from './azure-identifiable.ts';
import { bareSkRules } from './bare-sk.ts';
import { buildAndDeployRules } from './build-and-deploy.ts';
import { businessRules } from './business.ts';
import { callRules } from './call-credentials.ts';
import { chosenSecretRules } from './chosen-secrets.ts';
import { cloudProviderRules } from './cloud-providers.ts';
import { comparedRules } from './compared-credentials.ts';
import { contentRules } from './content.ts';
import { contextRules } from './context-credentials.ts';
import { cryptographicKeyRules } from './cryptographic-keys.ts';
import { csvRules } from './csv-passwords.ts';
import { databaseRules } from './databases.ts';
import { developmentRules } from './development.ts';
import { deviceRules } from './device-passwords.ts';
import { directiveRules } from './directive-passwords.ts';
import { discordRules } from './discord.ts';
import { documentRules } from './document-credentials.ts';
import { emailRules } from './email.ts';
import { genericRules } from './generic.ts';
import { githubRules } from './github.ts';
import { gitlabRules } from './gitlab.ts';
import { googleRules } from './google.ts';
import { identityRules } from './identity.ts';
import { inferenceRules } from './inference.ts';
import { infrastructureKeyRules } from './infrastructure-keys.ts';
import { jvmRules } from './jvm-passwords.ts';
import { jwtRules } from './jwt.ts';
import { jwtByNameRules } from './jwt-by-name.ts';
import { kubernetesSecretRules } from './kubernetes-secret.ts';
import { listedRules } from './listed-credentials.ts';
import { longTailRules } from './long-tail.ts';
import { messagingRules } from './messaging.ts';
import { mlToolsRules } from './ml-tools.ts';
import { namedPasswordRules } from './named-passwords.ts';
import { networkDeviceRules } from './network-device-passwords.ts';
import { observabilityRules } from './observability.ts';
import { openaiRules } from './openai.ts';
import { packageRegistryRules } from './package-registries.ts';
import { passwordHashRules } from './password-hash.ts';
import { paymentRules } from './payments.ts';
import { privateKeyRules } from './private-key.ts';
import { promptedRules } from './prompted-passwords.ts';
import { propertyListRules } from './property-lists.ts';
import { quotedSecretRules } from './quoted-secrets.ts';
import { robotRules } from './robot-framework.ts';
import type { Rule } from './rule.ts';
import { saltRules } from './salts.ts';
import { secretStoreRules } from './secret-stores.ts';
import { sessionCookieRules } from './session-cookies.ts';
import { slackRules } from './slack.ts';
import { socialRules } from './social.ts';
import { sqlInsertRules } from './sql-insert.ts';
import { stripeRules } from './stripe.ts';
import { toldByTypeRules } from './told-by-type.ts';
import { twilioRules } from './twilio.ts';
import { typedRules } from './typed-passwords.ts';
import { urlRules } from './url-credentials.ts';
import { walletRules } from './wallets.ts';
import { webhookAddressRules } from './webhook-addresses.ts';
import { wordySecretRules } from './wordy-secrets.ts';

export const catalogue: readonly Rule[] = [
  // Models and the tools around them.
  ...openaiRules,
  ...anthropicRules,
  ...bareSkRules,
  ...inferenceRules,
  ...mlToolsRules,
  // Clouds.
  ...googleRules,
  ...awsRules,
  ...azureRules,
  ...azureIdentifiableRules,
  ...cloudProviderRules,
  ...databaseRules,
  // Code and what watches it.
  ...githubRules,
  ...gitlabRules,
  ...atlassianRules,
  ...buildAndDeployRules,
  ...packageRegistryRules,
  ...developmentRules,
  ...observabilityRules,
  ...secretStoreRules,
  ...identityRules,
  // People and money.
  ...stripeRules,
  ...paymentRules,
  ...slackRules,
  ...discordRules,
  ...twilioRules,
  ...messagingRules,
  ...emailRules,
  ...contentRules,
  ...socialRules,
  ...businessRules,
  ...jwtByNameRules,
  ...addressRules,
  ...webhookAddressRules,
  // Credentials of anybody.
  ...privateKeyRules,
  ...jwtRules,
  ...urlRules,
  ...passwordHashRules,
  ...walletRules,
  ...kubernetesSecretRules,
  ...contextRules,
  ...callRules,
  ...sqlInsertRules,
  ...promptedRules,
  ...jvmRules,
  ...typedRules,
  ...wordySecretRules,
  ...namedPasswordRules,
  ...deviceRules,
  ...networkDeviceRules,
  ...robotRules,
  ...accountFileRules,
  ...toldByTypeRules,
  ...infrastructureKeyRules,
  ...propertyListRules,
  ...csvRules,
  ...quotedSecretRules,
  ...documentRules,
  ...annotatedRules,
  ...comparedRules,
  ...cryptographicKeyRules,
  ...saltRules,
  ...sessionCookieRules,
  ...longTailRules,
  ...listedRules,
  ...genericRules,
  // What says least of itself comes last: of rules that see the same the first speaks.
  ...chosenSecretRules,
  ...directiveRules,
];

const byId = once((): ReadonlyMap<string, Rule> => new Map(catalogue.map(rule => [rule.id, rule])));

export function ruleById(id: string): Rule | undefined {
  return byId().get(id);
}

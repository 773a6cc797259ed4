// The helpers that fixes write for PHP: what PHP says of them, and secrets that a class in place of a library hands out. Those of Vault,
// Azure and Infisical, which need no library, are run with the other languages'.

import assert from 'node:assert/strict';
import path from 'node:path';
import { isInstalled, run, write } from '../../../../support/fixed-programs.ts';
import { managersOf, sampleAddresses, sampleProject } from '../../../../support/manager-helpers.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

/** In place of the packages, which a machine need not have. */
const standIns = `<?php
namespace Aws\\SecretsManager {
    class SecretsManagerClient
    {
        public function __construct(array $options) {}
        public function getSecretValue(array $query): array
        {
            return ['SecretString' => "asked {$query['SecretId']}"];
        }
    }
}
namespace Aws\\Ssm {
    class SsmClient
    {
        public function __construct(array $options) {}
        public function getParameter(array $query): array
        {
            return ['Parameter' => ['Value' => $query['WithDecryption'] ? "asked {$query['Name']}" : 'a ciphertext']];
        }
    }
}
namespace Google\\Cloud\\SecretManager\\V1 {
    class AccessSecretVersionRequest
    {
        public static function build(string $name): self
        {
            return new self($name);
        }
        private function __construct(public string $name) {}
        public function getPayload(): self
        {
            return $this;
        }
        public function getData(): string
        {
            return "asked {$this->name}";
        }
    }
}
namespace Google\\Cloud\\SecretManager\\V1\\Client {
    class SecretManagerServiceClient
    {
        public static function secretVersionName(string ...$parts): string
        {
            return implode(' ', $parts);
        }
        public function accessSecretVersion(object $request): object
        {
            return $request;
        }
    }
}
`;

const answers: Readonly<Record<string, string>> = {
  'aws-secrets-manager': 'asked app/SERVICE_KEY',
  'aws-parameter-store': 'asked /app/SERVICE_KEY',
  'google-secret-manager': 'asked sample-project SERVICE_KEY latest',
};

describe('helpers of PHP', function () {
  this.timeout(60_000);

  it('are there for the managers that PHP can ask', () => {
    assert.deepEqual(managersOf('php').toSorted(), ['vault', 'azure-key-vault', 'infisical', ...Object.keys(answers)].toSorted());
  });

  for (const [manager, expected] of Object.entries(answers)) {
    it(`ask ${manager} as its library wants it`, async function () {
      if (!isInstalled('php')) this.skip();
      const id = managersOf('php').find(each => each === manager);
      assert.ok(id);
      const files = await sampleProject(sampleAddresses[id], 'php');
      const folder = temporaryFolder({ ...files, 'vendor/autoload.php': standIns });
      for (const file of Object.keys(files)) run('php', ['-l', file], folder);
      const main = write(
        path.join(folder, 'main.php'),
        "<?php putenv('GOOGLE_CLOUD_PROJECT=sample-project'); require 'src/host.php'; echo $key;",
      );
      assert.equal(run('php', ['-d', 'error_reporting=-1', main], folder), expected);
    });
  }
});

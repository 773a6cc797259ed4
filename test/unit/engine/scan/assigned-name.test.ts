import assert from 'node:assert/strict';
import { assignedName } from '../../../../src/engine/scan/assigned-name.ts';

/** Text up to the value (where `§` stands) and the name it gives. */
const cases: Readonly<Record<string, readonly (readonly [text: string, name: string])[]>> = {
  'an assignment': [
    ['const apiKey = "§', 'apiKey'],
    ['const apiKey: string = "§', 'apiKey'],
    ['let k = Some(String::from("§', 'k'],
    ['const API_KEY: &str = "§', 'API_KEY'],
    ['var apiKey string = "§', 'apiKey'],
    ['key := []byte("§', 'key'],
    ['Const ApiKey As String = "§', 'ApiKey'],
    ['var apiKey []byte = "§', 'apiKey'],
    ['apiKey: Optional[Union[str, bytes]] =            """§', 'apiKey'],
    ["const token: Readonly<Record<string, string>> = 'Bearer §", 'token'],
    ['private static final String API_KEY = "§', 'API_KEY'],
    ['char key[] = "§', 'key'],
    ["$apiKey = '§", 'apiKey'],
    ['$env:API_KEY = "§', 'API_KEY'],
    ['password = b"§', 'password'],
    ['if x: password = "§', 'password'],
    ["it's here: token = '§", 'token'],
    ['if (apiKey === "§', 'apiKey'],
  ],
  'the last part of a member': [
    ['this.apiKey = "§', 'apiKey'],
    ['openai.api_key = "§', 'api_key'],
    ["config['api_key'] = '§", 'api_key'],
    ['os.environ["KEY"] = "§', 'KEY'],
  ],
  'a key of an object or a file': [
    ['"api_key": "§', 'api_key'],
    ['new OpenAI({ apiKey: "§', 'apiKey'],
    ['  api_key: §', 'api_key'],
    ["api_key => '§", 'api_key'],
    ['spring.datasource.password=§', 'spring.datasource.password'],
    ['"{\\"api_key\\": \\"§', 'api_key'],
    ['password "§', 'password'],
  ],
  'an argument': [
    ['OpenAI(api_key="§', 'api_key'],
    ['client.setApiKey("§', 'setApiKey'],
    ['os.getenv("API_KEY", "§', 'API_KEY'],
    ['req.Header.Set("X-Api-Key", "§', 'X-Api-Key'],
  ],
  'an element or attribute': [
    ['<apiKey>§', 'apiKey'],
    ['token="§', 'token'],
    ['<add key="ApiKey" value="§', 'ApiKey'],
  ],
  'the neighbour of a value': [
    ['- name: API_KEY\n  value: §', 'API_KEY'],
    ['{"name": "API_KEY", "value": "§', 'API_KEY'],
  ],
  'a header, parameter or part of a connection string': [
    ['curl -H "X-Api-Key: §', 'X-Api-Key'],
    ['curl -H "Authorization: Bearer §', 'Authorization'],
    ['headers: { Authorization: `Bearer §', 'Authorization'],
    ['fetch("https://a.b/c?api_key=§', 'api_key'],
    ['"Server=x;Password=§', 'Password'],
  ],
  'what holds the URL, not the user in it': [
    ['DATABASE_URL=postgres://user:§', 'DATABASE_URL'],
    ['const url = "postgres://user:§', 'url'],
  ],
  'what a fallback stands for': [
    ['process.env.API_KEY || "§', 'API_KEY'],
    ['apiKey ?? "§', 'apiKey'],
    ['os.environ.get("API_KEY") or "§', 'API_KEY'],
    ['API_KEY: ${API_KEY:-§', 'API_KEY'],
  ],
  'a command': [
    ['export API_KEY=§', 'API_KEY'],
    ['ENV API_KEY §', 'API_KEY'],
    ['#define API_KEY "§', 'API_KEY'],
    ['run --api-key=§', 'api-key'],
    ['run --api-key §', 'api-key'],
  ],
  'what is wrapped around it': [
    ['token = "Bearer " + "§', 'token'],
    ['keys = ["§', 'keys'],
    ['client = OpenAI("§', 'client'],
  ],
  nothing: [
    ['return "§', ''],
    ['"§', ''],
    ['§', ''],
    ['see the "§', ''],
  ],
};

describe('the name a value is given', () => {
  for (const [title, examples] of Object.entries(cases)) {
    it(`is that of ${title}`, () => {
      for (const [text, name] of examples) assert.equal(assignedName(text.replace('§', ''), text.indexOf('§')), name, text);
    });
  }

  it('is not sought beyond the line, nor far along it', () => {
    assert.equal(assignedName('apiKey =\n', 9), '');
    assert.equal(assignedName(`apiKey = "${'x'.repeat(400)}`, 410), '');
  });
});

import assert from 'node:assert/strict';
import { findingsOf, sampleSecret } from '../../../support/sample-secret.ts';

describe('bare sk- keys', () => {
  const key = sampleSecret('deepseek-api-key');
  const ruleOf = (text: string) => findingsOf(text).map(({ ruleId }) => ruleId);

  it('belong to whom the variable names', () => {
    assert.deepEqual(ruleOf(`MOONSHOT_API_KEY=${key}`), ['moonshot-api-key']);
    assert.deepEqual(ruleOf(`const openclawKey = "${key}"`), ['openclaw-api-key']);
  });

  it('follow the variable rather than a host near by', () => {
    assert.deepEqual(ruleOf(`# https://api.deepseek.com\nOPENAI_API_KEY=${key}`), ['openai-api-key']);
  });

  it('belong to the host near by when the variable is silent, whosever client it is', () => {
    assert.deepEqual(ruleOf(`OpenAI(api_key="${key}", base_url="https://api.deepseek.com")`), ['deepseek-api-key']);
    assert.deepEqual(ruleOf(`OpenAI(api_key="${key}", base_url="https://dashscope.aliyuncs.com/compatible-mode/v1")`), [
      'dashscope-api-key',
    ]);
  });

  it('belong to a name anywhere in the file when nothing near tells', () => {
    const far = '\n'.repeat(300);
    assert.deepEqual(ruleOf(`from siliconflow import client${far}api_key = "${key}"`), ['siliconflow-api-key']);
  });

  it('stay of an unnamed service when nothing tells', () => {
    assert.deepEqual(ruleOf(`api_key = "${key}"`), ['bare-sk-key']);
  });

  it('are not files that are called after their language and digest', () => {
    assert.deepEqual(ruleOf(`static/translations/${key}.json,sha256=`), []);
    assert.deepEqual(ruleOf(`My key is ${key}. Keep it.`), ['bare-sk-key']);
  });

  it('are not the names of style classes or tasks', () => {
    assert.deepEqual(ruleOf('<div class="sk-folding-cube sk-circle-fade-dot"></div>'), []);
    assert.deepEqual(ruleOf('task-abcdefabcdefabcdef1234567890 disk-0123456789abcdefabcdef0123'), []);
    assert.deepEqual(ruleOf('sk-verylongwordwithoutanydigitsinit'), []);
  });
});

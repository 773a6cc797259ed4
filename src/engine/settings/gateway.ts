// One server in front of many LLM providers, which speaks OpenAI's protocol: one key, one place for limits and logs.

export interface Gateway {
  /** For people. */
  readonly name: string;
  /** What a client's base URL is set to. */
  readonly baseUrl: string;
  /** Environment variable that holds the gateway's key. */
  readonly variable: string;
}

export const defaultGateway: Gateway = {
  name: 'XRoute.AI',
  baseUrl: 'https://api.xroute.ai/openai/v1',
  variable: 'XROUTE_API_KEY',
};

export const gatewayVariable = /^[A-Z_][A-Z0-9_]*$/;

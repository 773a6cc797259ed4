// A string of HCL, as Vault's policies and Terraform write it.

/** Templates in it are written so that they stand for themselves. https://developer.hashicorp.com/terraform/language/expressions/strings */
export function hclString(text: string): string {
  return JSON.stringify(text).replaceAll('${', '$${').replaceAll('%{', '%%{');
}

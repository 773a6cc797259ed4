// Texts of which every lookup and every reference to a manager holds one. The scan meets them on its way, together with the keywords
// of the rules, so that a text need not be searched again for each way to write a lookup.

import { MetPlaces } from '../scan/met-places.ts';

/** Lower-case ASCII, three characters or more, met in any case. */
export const landmarks: readonly string[] = [
  ...['env', 'secret', 'op://', 'vault:', 'keyvault', '_server', '@value('],
  // Of six characters and more: shorter ones cost the scan more than the patterns behind them.
  ...['resolve:ssm', ':parameter/', 'aws_ssm_parameter', 'decryption', 'kv get', '.kvv2('],
  ...['config(', 'viper.get', 'onfig["', 'uration["', 'appsettings["'],
];

/** Where the landmarks stand in one text. */
export class LandmarksMet {
  readonly #places = new MetPlaces(landmarks);
  #isComplete = false;

  /** Another text: nothing is known of it, unless a scan begins. */
  forget(): void {
    this.#isComplete = false;
  }

  /** A scan looks for them from here on. */
  begin(): void {
    this.#places.begin();
    this.#isComplete = true;
  }

  /** `landmark`: its index in the list. */
  meet(landmark: number, start: number): void {
    this.#places.meet(landmark, start);
  }

  /** Whether a scan has looked for them. */
  get isComplete(): boolean {
    return this.#isComplete;
  }

  /** Whether the text is known to hold none. */
  get isNoneThere(): boolean {
    return this.#isComplete && this.#places.isEmpty;
  }

  /** In order. */
  of(landmark: number): readonly number[] {
    return this.#places.at(landmark);
  }
}
